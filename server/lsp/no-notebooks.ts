/**
 * The server's bundles take this for what keeps notebooks in step in `vscode-languageserver`, and for its messages in
 * the protocol, which nothing else asks for: this server has no notebooks.
 */
export const NotebookSyncFeature = <Base>(base: Base): Base => base;

/** Likewise. */
export class NotebookDocuments {}
