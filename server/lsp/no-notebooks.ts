/** The server's bundles take this for what keeps notebooks in step in `vscode-languageserver`: this server has none. */
export const NotebookSyncFeature = <Base>(base: Base): Base => base;

/** Likewise. */
export class NotebookDocuments {}
