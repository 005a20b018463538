import { importText } from "../../server/import/import-report.ts";
import { tellAccount } from "../../server/import/tell-account.ts";

/**
 * Prints a fixture anew: prose stays, and behind a fence `text` stand a fence `markdown` with what the text becomes
 * and a fence `account` with what is told about its numbers, or why it is not imported.
 */
export function printImport(fixture: string): string {
  const out: string[] = [];
  const lines = fixture.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const name = /^````(\w+)$/u.exec(lines[at] ?? "")?.[1];
    if (name === undefined) {
      out.push(lines[at] ?? "");
      continue;
    }
    const end = lines.indexOf("````", at);
    const body = lines.slice(at + 1, end);
    at = end;
    if (name !== "text") {
      // Printed anew behind its text, together with the blank line before it.
      out.pop();
      continue;
    }
    const imported = importText(body.join("\n"));
    out.push("````text", ...body, "````");
    if (typeof imported !== "string") out.push("", "````markdown", ...imported.markdown.trimEnd().split("\n"), "````");
    out.push("", "````account", ...(typeof imported === "string" ? [imported] : tellAccount(imported)), "````");
  }
  return out.join("\n");
}
