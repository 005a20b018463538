import { type Connection, TextDocuments } from "vscode-languageserver";
import type { SymbolInformation } from "vscode-languageserver-types";
import { type Analysis, analyze, analyzeLarge } from "../analysis.ts";
import { largestSize } from "../read/guard.ts";
import type { Client } from "./client.ts";
import { documentsUpTo, isLarge, type OpenDocument } from "./documents.ts";
import { readSettings, SECTION, type UserSettings } from "./settings.ts";

/** A document as it stands now. `analysis` is undefined where the settings switch the check off. */
export interface Opened {
  readonly document: OpenDocument;
  readonly settings: UserSettings;
  readonly analysis: Analysis | undefined;
}

/** The open documents of one connection, each with its settings and its analysis. */
export interface Session {
  readonly documents: TextDocuments<OpenDocument>;
  /** Undefined for a document that is not open. Nothing awaits after the text was looked at. */
  readonly open: (uri: string) => Promise<Opened | undefined>;
  /** The settings for a document that need not be open. */
  readonly settingsOf: (uri: string) => Promise<UserSettings>;
  /** Has a document checked as final, whatever its mode, until it is closed or the mode is set anew. */
  readonly makeStrict: (uri: string) => Promise<void>;
  /** The reports among the texts that were checked without being open, by their addresses. */
  readonly unopened: Map<string, SymbolInformation>;
  /** Forgets all settings; `given` are those of a client that cannot be asked. */
  readonly forgetSettings: (given: unknown) => void;
}

/** Starts a session; `client` is asked for again each time since it is known only after `initialize`. */
export function startSession(connection: Connection, client: () => Client): Session {
  const documents = new TextDocuments(documentsUpTo(largestSize));
  const known = new Map<string, Promise<UserSettings>>();
  /** Documents checked as final, with the mode that is set for them. */
  const strict = new Map<string, UserSettings["mode"]>();
  const analyses = new WeakMap<OpenDocument, Known>();
  let given: unknown;

  async function settingsAsSet(uri: string): Promise<UserSettings> {
    const section = client().configures ? await ask(connection, uri) : (given ?? client().settings);
    const { settings, faults } = readSettings(section);
    for (const fault of faults) connection.console.warn(fault);
    return settings;
  }
  async function settingsOf(uri: string): Promise<UserSettings> {
    const settings = await settingsAsSet(uri);
    const mode = strict.get(uri);
    if (mode === settings.mode) return { ...settings, mode: "final" };
    strict.delete(uri);
    return settings;
  }
  async function makeStrict(uri: string): Promise<void> {
    const { mode } = await settingsAsSet(uri);
    if (documents.get(uri) === undefined) return;
    strict.set(uri, mode);
    known.delete(uri);
  }
  async function open(uri: string): Promise<Opened | undefined> {
    if (documents.get(uri) === undefined) return undefined;
    const asked = known.get(uri) ?? settingsOf(uri);
    known.set(uri, asked);
    const settings = await asked;
    const document = documents.get(uri);
    return document === undefined
      ? undefined
      : { document, settings, analysis: analysisOf(analyses, document, settings) };
  }
  documents.onDidClose(({ document: { uri } }) => {
    known.delete(uri);
    strict.delete(uri);
  });
  return {
    documents,
    open,
    settingsOf,
    makeStrict,
    unopened: new Map(),
    forgetSettings(section) {
      known.clear();
      given = section;
    },
  };
}

interface Known {
  readonly version: number;
  readonly settings: UserSettings;
  readonly analysis: Analysis;
}

/** One analysis per version and settings; it is forgotten with its document. */
function analysisOf(
  known: WeakMap<OpenDocument, Known>,
  document: OpenDocument,
  settings: UserSettings,
): Analysis | undefined {
  if (!settings.enable) return undefined;
  const before = known.get(document);
  if (before !== undefined && before.version === document.version && before.settings === settings)
    return before.analysis;
  const analysis = isLarge(document) ? analyzeLarge(document) : analyze(document.getText(), settings);
  known.set(document, { version: document.version, settings, analysis });
  return analysis;
}

/** A client that fails to answer has no settings. */
async function ask(connection: Connection, uri: string): Promise<unknown> {
  try {
    return await connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION });
  } catch {
    connection.console.warn(`没有取得设置 ${SECTION}，全部按默认值处理`);
    return undefined;
  }
}
