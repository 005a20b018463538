import { type Leftover, leftovers } from "../form/leftovers.ts";
import { type Term, terms } from "../form/terms.ts";
import { matchesIn } from "../read/matches.ts";
import { type Blank, strayBlanks } from "./debris.ts";
import { halfWidthMarks, type Replacement } from "./half-width.ts";
import { ownWords } from "./own-words.ts";
import { search } from "./remember.ts";
import { type Lonely, lonelyMarks, wronglyNested } from "./title-marks.ts";

/** What is to be said of the words and marks of one heading or paragraph, all of it found in one go. */
export interface Wording {
  readonly halfWidth: readonly Replacement[];
  readonly nested: readonly Replacement[];
  readonly lonely: readonly Lonely[];
  readonly blanks: readonly Blank[];
  readonly terms: readonly FoundTerm[];
  readonly leftovers: readonly FoundLeftover[];
}

/** Words that fit a term; `due` is undefined where there is more than one way to put them right. */
export interface FoundTerm {
  readonly term: Term;
  readonly from: number;
  readonly actual: string;
  readonly due: string | undefined;
}

/** Words that fit a leftover, without blanks around them. */
export interface FoundLeftover {
  readonly leftover: Leftover;
  readonly from: number;
  readonly words: string;
}

/** What is to be said of a text, if anything is. Remembered: from key to key only one paragraph changes. */
export const faultyWording = search((text): Wording | undefined => {
  const isSuspect = ANY_CUE.test(text);
  const wording = {
    halfWidth: halfWidthMarks(text),
    nested: wronglyNested(text),
    lonely: lonelyMarks(text),
    blanks: strayBlanks(text),
    terms: isSuspect ? termsIn(text) : [],
    leftovers: isSuspect ? leftoversIn(text) : [],
  };
  return Object.values(wording).every(({ length }) => length === 0) ? undefined : wording;
});

const ANY_CUE = new RegExp([...terms, ...leftovers].map(({ cue }) => cue).join("|"), "mu");

function termsIn(text: string): readonly FoundTerm[] {
  const own = ownWords(text);
  return terms.flatMap((term) =>
    matchesIn(term.inTitles === true ? text : own, term.wrong).map((match) => ({
      term,
      from: match.index,
      actual: match[0],
      due: term.right?.replaceAll(/\$(\d)/gu, (_, group) => match[Number(group)] ?? ""),
    })),
  );
}

function leftoversIn(text: string): readonly FoundLeftover[] {
  return leftovers.flatMap((leftover) =>
    matchesIn(text, leftover.pattern).map(({ index, 0: words }) => ({
      leftover,
      from: index + words.length - words.trimStart().length,
      words: words.trim(),
    })),
  );
}
