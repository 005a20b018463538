/** Schemes under which editors show past or foreign versions of a file, e.g. the left side of a comparison. */
const snapshots: ReadonlySet<string> = new Set([
  "git",
  "gitfs",
  "gitlens",
  "hg",
  "svn",
  "pr",
  "review",
  "scm-history-item",
]);

/** True for a document nobody can edit: it is checked when asked about, and never fixed. */
export function isSnapshot(uri: string): boolean {
  return snapshots.has(uri.slice(0, Math.max(0, uri.indexOf(":"))).toLowerCase());
}
