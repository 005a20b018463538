import { type Facts, type Phrase, pick } from "./facts.ts";
import { casePhrases, noCases } from "./prose/cases.ts";
import { figurePhrases, listPhrases } from "./prose/disclosure.ts";
import {
  applicantPhrases,
  carriedPhrases,
  closedPhrases,
  comparisons,
  noRequests,
  outcomePhrases,
  receivedPhrases,
} from "./prose/requests.ts";
import * as work from "./prose/work.ts";
import { named } from "./quote.ts";

/** A sentence of a kind, by chance among those that are true of the facts; `""` where none is. */
export function say(kind: string, phrases: readonly Phrase[], facts: Facts): string {
  const start = facts.random(phrases.length - 1);
  for (let step = 0; step < phrases.length; step += 1) {
    const at = (start + step) % phrases.length;
    const sentence = phrases[at]?.(facts);
    if (sentence !== undefined) return named(sentence, `${kind}-${at + 1}`);
  }
  return "";
}

/** The text of the five aspects, in their order. */
export function overviewOf(facts: Facts): readonly string[] {
  const opening = pick(["", "", `${facts.year}年，`, "一年来，", "本年度，"], facts.random);
  const government = facts.agency.isGovernment ? say("government", work.governmentPhrases, facts) : "";
  return [
    `${opening}${facts.agency.self}围绕中心工作推进主动公开。${say("list", listPhrases, facts)}${say("figure", figurePhrases, facts)}`,
    requestsOf(facts) + casesOf(facts),
    two("management", work.managementPhrases, facts),
    two("platform", work.platformPhrases, facts),
    two("supervision", work.supervisionPhrases, facts) + government,
  ];
}

/** The text of the last two sections. */
export function reportSections(facts: Facts): Readonly<Record<string, string>> {
  const owes = facts.form.sections.some(({ statements = [] }) => statements.length > 0);
  const fee = owes ? say("fee", work.feePhrases, facts) : "";
  const others = owes ? say("other", work.otherPhrases.slice(0, 3), facts) : say("other", work.otherPhrases, facts);
  return {
    problems: `${say("problem", work.problemPhrases, facts)}\n\n${say("remedy", work.remedyPhrases, facts)}`,
    others: facts.random(1) === 0 ? `${others}${fee}` : `${fee}${others}`,
  };
}

function two(kind: string, phrases: readonly Phrase[], facts: Facts): string {
  const [first, second] = [say(kind, phrases, facts), say(kind, phrases, facts)];
  return first === second ? first : first + second;
}

function requestsOf(facts: Facts): string {
  if (facts.total("received") + facts.total("carriedIn") === 0) return say("none", noRequests, facts);
  return [
    say("received", receivedPhrases, facts),
    facts.random(2) === 0 ? "" : say("applicants", applicantPhrases, facts),
    facts.random(2) === 0 ? "" : say("carried", carriedPhrases, facts),
    facts.total("closed") === 0 ? "" : say("closed", closedPhrases, facts),
    facts.total("closed") === 0 || facts.random(2) === 0 ? "" : say("outcome", outcomePhrases, facts),
    facts.random(3) > 0 ? "" : say("comparison", comparisons, facts),
  ].join("");
}

function casesOf(facts: Facts): string {
  const cases = ["review", "direct", "afterReview"].some((kind) => facts.cell(`litigation.${kind}.total`) > 0);
  if (!cases) return say("no-case", noCases, facts);
  return facts.random(4) === 0 ? "" : say("case", casePhrases, facts);
}

/** Every list of sentence templates the sections are written from. */
export const overviewPhrases: readonly (readonly Phrase[])[] = [
  casePhrases,
  noCases,
  figurePhrases,
  listPhrases,
  applicantPhrases,
  carriedPhrases,
  closedPhrases,
  comparisons,
  noRequests,
  outcomePhrases,
  receivedPhrases,
  ...Object.values(work),
];
