/**
 * The server's bundle for Node takes this for what `vscode-languageserver` looks for modules of npm and yarn with: this
 * server looks for none, and starts no program.
 */
export {};
