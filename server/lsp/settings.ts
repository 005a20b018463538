import * as z from "zod/mini";
import { defaultSettings, type Settings } from "../analysis.ts";
import { forms } from "../form/index.ts";
import { ruleOf } from "../rules/index.ts";

/** The settings section of the extension. */
export const SECTION = "nianbao";

/** What a user may set for one document. */
export interface UserSettings extends Settings {
  readonly enable: boolean;
  /** Whether each table is summed up in a line above it. */
  readonly codeLens: boolean;
  /** Whether sums are followed by a sign that they hold. */
  readonly inlayHints: boolean;
}

/** As a client without settings has it. */
const defaultUserSettings: UserSettings = {
  ...defaultSettings,
  mode: "auto",
  enable: true,
  codeLens: true,
  inlayHints: false,
};

/** Settings that can be used, and what had to be left out of those given, in words for a log. */
export interface ReadSettings {
  readonly settings: UserSettings;
  readonly faults: readonly string[];
}

const flag = z.boolean();
const form = z.enum(["auto", ...forms.map(({ id }) => id)]);
const severity = z.enum(["error", "warning", "info", "hint", "off"]);
const mode = z.enum(["draft", "final", "auto"]);
const record = z.record(z.string(), z.unknown());

/** Reads the section as a client gives it. What is absent, null or wrong counts as its default. */
export function readSettings(given: unknown): ReadSettings {
  const section = record.safeParse(given ?? {});
  if (!section.success)
    return { settings: defaultUserSettings, faults: [`设置 ${SECTION} 不是一组设置，全部按默认值处理`] };
  const faults: string[] = [];
  const read = <T>(name: string, schema: z.ZodMiniType<T>, otherwise: T): T => {
    const value = section.data[name] ?? undefined;
    const found = schema.safeParse(value);
    if (found.success) return found.data;
    if (value !== undefined) faults.push(`设置 ${SECTION}.${name} 的值无效，按默认值处理`);
    return otherwise;
  };
  const severities = Object.entries(read("severity", record, {})).flatMap(([id, value]) => {
    const found = severity.safeParse(value);
    if (ruleOf(id) === undefined) faults.push(`设置 ${SECTION}.severity 中的 ${id} 不是规则的名称，不予理会`);
    else if (!found.success) faults.push(`设置 ${SECTION}.severity 中 ${id} 的值无效，按默认值处理`);
    else return [[id, found.data] as const];
    return [];
  });
  const settings = {
    enable: read("enable", flag, defaultUserSettings.enable),
    codeLens: read("codeLens", flag, defaultUserSettings.codeLens),
    inlayHints: read("inlayHints", flag, defaultUserSettings.inlayHints),
    form: read("form", form, defaultUserSettings.form),
    severity: Object.fromEntries(severities),
    mode: read("mode", mode, defaultUserSettings.mode),
  };
  return { settings, faults };
}
