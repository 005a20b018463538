import type { Paragraph } from "../read/outline.ts";
import { isGovernment } from "./agency.ts";
import type { Draft } from "./draft.ts";
import { tellingPassagesOf } from "./prose.ts";
import type { Quantity } from "./quantity.ts";
import { oncePer, remember } from "./remember.ts";
import { type Claim, type Conclusion, readStatements, type Speaker, type Statements, silence } from "./statements.ts";

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
  const [onRequests, onOthers] = [speakerOf(draft, true), speakerOf(draft, false)];
  const read: ({ readonly prose: Paragraph } & Statements)[] = [];
  for (const { paragraphs, isOnRequests } of tellingPassagesOf(draft)) {
    const speaker = isOnRequests ? onRequests : onOthers;
    paragraphs.forEach((prose) => {
      const statements = statementsIn(prose, speaker);
      const { claims, published, conclusions } = statements;
      if (statements !== silence) read.push({ prose, claims, published, conclusions });
    });
  }
  return {
    claims: read.flatMap(({ prose, claims }) => claims.map((one) => ({ ...one, prose }))),
    published: read.flatMap(({ prose, published }) => published.map((quantity) => ({ prose, quantity }))),
    conclusions: read.flatMap(({ prose, conclusions }) => conclusions.map((one) => ({ ...one, prose }))),
  };
});

/** A paragraph, and what it says if its last speaker says it: hardly any is read for two. */
const lastRead = remember((text): { readonly text: string; speaker?: Speaker; statements?: Statements } => ({ text }));

function statementsIn(prose: Paragraph, speaker: Speaker): Statements {
  const last = lastRead(prose);
  const known = last.speaker === speaker ? last.statements : undefined;
  const statements = known ?? readStatements(last.text, speaker);
  last.speaker = speaker;
  last.statements = statements;
  return statements;
}

const speakers = new Map<string, Speaker>();

/** Who speaks in a report; the same object for the same speaker, as long as there are few. */
function speakerOf({ form, level, agency, year }: Draft, isOnRequests: boolean): Speaker {
  const speaker: Speaker = { form, isArea: isGovernment(level), agency, year, isOnRequests };
  const key = [form.id, speaker.isArea, agency, year, isOnRequests].join("\n");
  const before = speakers.get(key);
  if (before !== undefined) return before;
  if (speakers.size >= 16) speakers.clear();
  speakers.set(key, speaker);
  return speaker;
}
