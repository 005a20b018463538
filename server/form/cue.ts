/** Something that is looked for in texts, and what tells at a glance whether a text may hold it. */
export interface Cued {
  /**
   * The source of a pattern, for texts of several lines, that fits wherever the whole pattern does and hardly anywhere
   * else, with nothing in it but what a glance needs: engines make all cues together in less time than a few patterns,
   * and few texts need more.
   */
  readonly cue: string;
}
