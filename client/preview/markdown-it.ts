/** Of the library by which VS Code shows Markdown only the types: VS Code brings its own. */
export type { Env, MarkdownIt, RendererRule, StateCore, Token } from "markdown-it";
