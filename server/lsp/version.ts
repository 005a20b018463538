/** As in package.json, which the core does not read; a test compares the two. */
export const version = "0.1.0";
