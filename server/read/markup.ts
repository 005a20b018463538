/** What reads any Markdown and any HTML: a bundle of its own in Node, loaded when a text first needs it. */
export { htmlTokens, xmlTokens } from "./html-tokens.ts";
export { readWhole } from "./remark.ts";
