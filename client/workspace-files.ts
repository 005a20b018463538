import { type CancellationToken, FileType, Uri, workspace } from "vscode";

/** Every Markdown file of the workspace, in the order of the addresses; a file in two nested folders comes once. */
export async function findMarkdown(token: CancellationToken): Promise<readonly Uri[]> {
  const found = await workspace.findFiles("**/*.{md,markdown}", "**/node_modules/**", undefined, token);
  const files = found.length > 0 ? found : await walkFolders(token);
  const byAddress = new Map(files.map((uri) => [uri.toString(), uri]));
  return [...byAddress.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Virtual workspaces may offer no search: there the folders are read one by one. */
async function walkFolders(token: CancellationToken): Promise<readonly Uri[]> {
  const files: Uri[] = [];
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    if (token.isCancellationRequested) return files;
    for (const [name, type] of await workspace.fs.readDirectory(folder)) {
      const uri = Uri.joinPath(folder, name);
      // A link may lead out of the workspace, or round in a circle.
      if (type === FileType.Directory && !name.startsWith(".") && name !== "node_modules") folders.push(uri);
      if (type === FileType.File && /\.(?:md|markdown)$/iu.test(name)) files.push(uri);
    }
  }
  return files;
}
