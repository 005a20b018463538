/**
 * The bundles take this for what makes a syntax tree of GFM's tokens, and Markdown of a tree: `remark.ts` reads the
 * tokens and builds no tree, so that nothing would ever call it.
 */
export const gfmFromMarkdown = (): readonly never[] => [];

/** Likewise. */
export const gfmToMarkdown = (): object => ({});
