import type { Form } from "../form/form.ts";
import { forms } from "../form/index.ts";
import { matchesIn } from "../read/matches.ts";
import type { Heading, Outline, Paragraph } from "../read/outline.ts";
import { type DocumentNumber, documentNumbers } from "./document-number.ts";
import { commonLength, editDistance, lettersOf } from "./label.ts";
import { tellingIn } from "./prose.ts";
import { oncePer, remember, search } from "./remember.ts";

/** A stretch of a text and what belongs there. */
export interface Quoted {
  readonly from: number;
  readonly to: number;
  readonly expected: string;
}

/** A place where a text cites the notice of a form, by title, by number or by both. */
export interface Citation {
  readonly form: Form;
  /** The notice's title between 《》; what is expected is the whole title. */
  readonly title: Quoted | undefined;
  /** The notice's number with its 机关代字; what is expected is the whole number. */
  readonly number: Quoted | undefined;
  /** What is quoted wrongly, each as small a stretch as can be put right alone. */
  readonly misquotes: readonly Quoted[];
}

/** The citations of the forms' notices in a text, misquoted ones included; other documents are left alone. */
export const citationsIn = remember(readCitations);

/** Headings and paragraphs with the documents they cite. */
export interface Citing {
  readonly prose: Heading | Paragraph;
  readonly numbers: readonly DocumentNumber[];
  readonly citations: readonly Citation[];
}

/** Those of an outline that cite any. */
export const citingIn = oncePer((outline: Outline): readonly Citing[] =>
  tellingIn(outline).flatMap((prose) => {
    const sources = sourcesIn(prose);
    return sources === undefined ? [] : [{ prose, ...sources }];
  }),
);

/** Undefined for most texts, which cite nothing. */
const sourcesIn = search((text): Omit<Citing, "prose"> | undefined => {
  const [numbers, citations] = [documentNumbers(text), citationsIn(text)];
  return numbers.length + citations.length === 0 ? undefined : { numbers, citations };
});

function readCitations(text: string): readonly Citation[] {
  if (!/[〔《[［{｛【（(]/u.test(text)) return [];
  const numbers = documentNumbers(text);
  const titles = titlesIn(text).map((title) => {
    const number = numbers.find(({ at }) => title.to < at && /^》[（(\s]*$/u.test(text.slice(title.to, at)));
    return { title, number };
  });
  const used = new Set(titles.map(({ number }) => number));
  const alone = numbers.filter((number) => !used.has(number)).map((number) => ({ title: undefined, number }));
  return [...titles, ...alone].flatMap((source) => nearest(text, source));
}

interface Source {
  readonly title: { readonly from: number; readonly to: number } | undefined;
  readonly number: DocumentNumber | undefined;
}

/** What stands between outer 《》. */
function titlesIn(text: string): readonly { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  let [depth, from] = [0, 0];
  for (const { 0: mark, index } of matchesIn(text, /[《》]/gu)) {
    if (mark === "《" && depth++ === 0) from = index + 1;
    if (mark === "》" && 0 < depth && --depth === 0) found.push({ from, to: index });
  }
  return found;
}

function nearest(text: string, source: Source): readonly Citation[] {
  // The very number of a notice leaves no doubt.
  const told = forms.filter((form) => isNumberOf(source.number, form));
  const [best] = (told.length > 0 ? told : forms)
    .flatMap((form) => citationOf(text, source, form))
    .toSorted((a, b) => b.likeness - a.likeness);
  return best === undefined ? [] : [best.citation];
}

/** A citation, and how near it comes to the notice: what the number says goes before what the title says. */
interface Likely {
  readonly citation: Citation;
  readonly likeness: number;
}

function citationOf(text: string, { title, number }: Source, form: Form): readonly Likely[] {
  const words = title === undefined ? "" : text.slice(title.from, title.to);
  const context = number === undefined ? "" : text.slice(Math.max(0, number.bracketAt - 80), number.bracketAt);
  const found = number === undefined ? undefined : numberOf(number, form, [words, context]);
  const needed = found !== undefined ? 0.5 : number === undefined ? 0.85 : 0.95;
  const named = title === undefined ? undefined : titleOf(words, form, needed);
  if (found === undefined && named === undefined) return [];
  const moved = ({ from, to, expected }: Quoted) => {
    const start = title?.from ?? 0;
    return { from: from + start, to: to + start, expected };
  };
  const citation = {
    form,
    title: named?.whole === undefined ? undefined : moved(named.whole),
    number: found?.whole,
    misquotes: [...(named?.wrong ?? []).map(moved), ...(found?.wrong ?? [])],
  };
  return [{ citation, likeness: (found?.likeness ?? 0) + likenessOf(words, form) }];
}

function isNumberOf(number: DocumentNumber | undefined, form: Form): boolean {
  const official = officialOf(form);
  return number !== undefined && isSame(number, official) && number.code.endsWith(official?.code ?? "");
}

function isSame(number: DocumentNumber, official: DocumentNumber | undefined): boolean {
  return Number(number.serial) === Number(official?.serial) && number.year === official?.year;
}

interface NumberRelation extends Relation {
  readonly likeness: 1 | 2 | 3;
}

interface Relation {
  readonly whole: Quoted | undefined;
  readonly wrong: readonly Quoted[];
}

/** How a number stands to the notice's: the same, or so near to it, alone or by the words before it, that it is meant. */
function numberOf(number: DocumentNumber, form: Form, words: readonly string[]): NumberRelation | undefined {
  const official = officialOf(form);
  const same = isSame(number, official);
  if (official === undefined || !(same || number.code.endsWith(official.code))) return undefined;
  const code = nearestEnd(number.code, official.code);
  const distance = editDistance(code, official.code);
  const isNamed = () => words.some((text) => likenessOf(text, form) > 0.5 || namesFormat(text, form));
  if (!(same && distance <= 1) && !isNamed()) return undefined;
  const from = number.bracketAt - code.length;
  const whole = { from, to: number.end, expected: form.notice.number };
  if (!same) return { whole, wrong: [whole], likeness: 1 };
  if (distance === 0) return { whole, wrong: [], likeness: 3 };
  return { whole, wrong: [{ from, to: number.bracketAt, expected: official.code }], likeness: 2 };
}

/** How the words between 《》 stand to the title of the notice, or to the name of its format alone. */
function titleOf(words: string, form: Form, needed: number): Relation | undefined {
  const { title, format } = form.notice;
  const [letters, official] = [lettersOf(words), lettersOf(title)];
  const whole = { from: 0, to: words.length, expected: title };
  // The same issuer, or part of its name, and the very name of the format leave no doubt.
  const isIssued = letters.startsWith(official.slice(0, 3)) && namesFormat(words, form);
  if (likenessOf(words, form) >= (isIssued ? Math.min(needed, 0.65) : needed)) {
    if (official.endsWith(letters)) return { whole, wrong: [] };
    return { whole, wrong: [innerMisquote(words, form) ?? whole] };
  }
  if (format === undefined || !namesFormat(words, form)) return undefined;
  const distance = editDistance(letters.replace(/修订版?$/u, ""), lettersOf(format));
  if (distance === 0 || distance > 4) return undefined;
  return { whole: undefined, wrong: [{ from: 0, to: words.length, expected: format }] };
}

/** Where only the format's name inside a title is misquoted. */
function innerMisquote(words: string, { notice: { title, format }, title: report }: Form): Quoted | undefined {
  const inner = /[〈<《＜]([^〈〉<>《》＜＞]+)[〉>》＞]/u.exec(words);
  if (inner?.[1] === undefined || format === undefined || !inner[1].includes(report.slice(-4))) return undefined;
  const mended = lettersOf(words).replace(lettersOf(inner[1]), lettersOf(format));
  const from = inner.index + 1;
  return lettersOf(title).endsWith(mended) ? { from, to: from + inner[1].length, expected: format } : undefined;
}

const officials = new WeakMap<Form, DocumentNumber>();

/** The number of a form's notice, taken apart. */
function officialOf(form: Form): DocumentNumber | undefined {
  const [number] = officials.has(form) ? [] : documentNumbers(form.notice.number);
  if (number !== undefined) officials.set(form, number);
  return officials.get(form);
}

/** Of the characters before the year those that come nearest to the official 机关代字. */
function nearestEnd(code: string, official: string): string {
  if (code.endsWith(official)) return official;
  const ends = Array.from({ length: code.length }, (_, at) => code.slice(at));
  const distance = (end: string) => editDistance(end, official);
  return ends.toSorted((a, b) => distance(a) - distance(b))[0] ?? code;
}

/** How near a title comes to the notice's, from 0 to 1; without the name of these reports in it, it is another one. */
function likenessOf(text: string, { notice, title }: Form): number {
  const [letters, official] = [lettersOf(text), lettersOf(notice.title)];
  if (!letters.includes(title.slice(-4))) return 0;
  if (official.endsWith(letters) && letters.length * 2 >= official.length) return 1;
  return commonLength(letters, official) / Math.max(letters.length, official.length);
}

/** True where a text names the notice's format, a character or two aside. */
function namesFormat(text: string, { notice: { format }, title }: Form): boolean {
  if (format === undefined || !text.includes(title.slice(-4) + format.slice(-2))) return false;
  const [letters, official] = [lettersOf(text), lettersOf(format)];
  return editDistance(letters.slice(-official.length), official) <= 4 || letters.includes(official);
}
