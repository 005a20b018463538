import type { Paragraph } from "../read/outline.ts";
import { isGovernment } from "./agency.ts";
import type { Draft } from "./draft.ts";
import { passagesOf } from "./prose.ts";
import type { Quantity } from "./quantity.ts";
import { oncePer, remember } from "./remember.ts";
import { type Claim, type Conclusion, readStatements, type Speaker, type Statements } from "./statements.ts";

/** Something said, and the paragraph it is said in. */
export type Placed<T> = T & { readonly prose: Paragraph };

/** What the prose of a report says about the figures of its tables, in order. */
interface ReportStatements {
  readonly claims: readonly Placed<Claim>[];
  readonly published: readonly { readonly prose: Paragraph; readonly quantity: Quantity }[];
  readonly conclusions: readonly Placed<Conclusion>[];
}

/** Every statement of a report; read once per draft, and per paragraph as long as it says the same. */
export const statementsOf = oncePer((draft: Draft): ReportStatements => {
  const [readRequests, readOthers] = [readerOf(draft, true), readerOf(draft, false)];
  const read = passagesOf(draft).map(({ prose, isOnRequests }) => ({
    prose,
    ...(isOnRequests ? readRequests : readOthers)(prose.text),
  }));
  return {
    claims: read.flatMap(({ prose, claims }) => claims.map((one) => ({ ...one, prose }))),
    published: read.flatMap(({ prose, published }) => published.map((quantity) => ({ prose, quantity }))),
    conclusions: read.flatMap(({ prose, conclusions }) => conclusions.map((one) => ({ ...one, prose }))),
  };
});

const readers = new Map<string, (text: string) => Statements>();

/** How paragraphs of a report are read, with the answers of the last reports kept. */
function readerOf({ form, level, agency, year }: Draft, isOnRequests: boolean): (text: string) => Statements {
  const speaker: Speaker = { form, isArea: isGovernment(level), agency, year, isOnRequests };
  const key = [form.id, speaker.isArea, agency, year, isOnRequests].join("\n");
  const before = readers.get(key);
  if (before !== undefined) return before;
  if (readers.size >= 16) readers.clear();
  const reader = remember((text) => readStatements(text, speaker), { limit: 2048, longest: 4096 });
  readers.set(key, reader);
  return reader;
}
