import type { Session } from "../session.ts";

/** One command of the palette. Its title stands in `package.nls*.json`, under its id without the `nianbao.`. */
export interface Command {
  readonly id: `nianbao.${string}`;
  /** Shown where the command stands as a button, e.g. `$(checklist)`. */
  readonly icon?: string;
  /** Where it can be run at all, as a `when` clause of the manifest: `true` for everywhere. */
  readonly enablement: string;
  /** What it answers is for callers in code; `args` may be anything, from anywhere. */
  readonly run: (session: Session, ...args: readonly unknown[]) => Promise<unknown>;
}
