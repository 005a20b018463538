import { type Analysis, analyze, defaultSettings } from "../server/analysis.ts";
import { type Hostile, hostileReport, hostileTexts } from "../test/support/hostile.ts";
import { computed, type Outcome, progress, time } from "./measure.ts";

const SIZES = [32, 64, 128].map((kilobytes) => kilobytes * 1024);
/** As near to the largest text that is read as a text with a report around it can be. */
const LARGEST = 500 * 1024;
const LARGE = [LARGEST / 4, LARGEST / 2, LARGEST];
const RUNS = 2;
const MORE_RUNS = 4;
const MOST_EXPONENT = 1.15;

/** What became of one kind of text at growing sizes. */
interface Growth {
  readonly hostile: Hostile;
  /** How the time grows with the size: 1 is linear. */
  readonly exponent: number;
  /** Milliseconds of the slowest refusal. */
  readonly refusal: number;
  /** Milliseconds of the largest text that was checked. */
  readonly longest: number;
}

/** Whether texts made to keep the check busy cost time in proportion to their length, or are refused at once. */
export function measureHostile(): readonly Outcome[] {
  const scalable = hostileTexts.filter(({ isScalable }) => isScalable);
  progress(`${scalable.length} kinds of hostile texts`);
  const grown = scalable.map((hostile) => settled(hostile, SIZES));
  const worst = grown.toSorted((a, b) => b.longest - a.longest).slice(0, 5);
  progress("the slowest five at the largest size that is read");
  const whole = worst.map(({ hostile }) => settled(hostile, LARGE));
  const all = [...grown, ...whole];
  const steepest = all.toSorted((a, b) => b.exponent - a.exponent)[0];
  const refusal = Math.max(...all.map((one) => one.refusal));
  const refusalAt128 = Math.max(...grown.map((one) => one.refusal));
  const longest = Math.max(...whole.map((one) => one.longest));
  return [
    {
      goal: "hostile",
      measured:
        `${scalable.length} kinds: no exception; steepest exponent ${steepest?.exponent.toFixed(2)} (${code(steepest?.hostile.name ?? "")}), ` +
        `slowest refusal ${time(refusal)}, longest check ${time(longest)} at ${LARGEST / 1024} KB`,
      first: (steepest?.exponent ?? Number.NaN) <= MOST_EXPONENT && refusal <= 50,
      later: refusalAt128 <= 20,
      peers: "",
    },
  ];
}

/** As it is written, in Markdown as well. */
function code(text: string): string {
  const fence = text.includes("`") ? "``" : "`";
  return `${fence} ${text} ${fence}`;
}

/**
 * What seems to grow too fast is measured more often and at the largest sizes, and those decide: a slow moment of the
 * machine or of the garbage collection is no growth, and what really grows faster than linear does so all the more
 * there.
 */
function settled(hostile: Hostile, sizes: readonly number[]): Growth {
  const growth = growthOf(hostile, sizes);
  if (growth.exponent <= MOST_EXPONENT && growth.refusal <= 20) return growth;
  const again = growthOf(hostile, LARGE, MORE_RUNS);
  return { ...again, refusal: Math.min(growth.refusal, growthOf(hostile, sizes).refusal) };
}

let drafts = 0;

function growthOf(hostile: Hostile, sizes: readonly number[], runs = RUNS): Growth {
  const points: (readonly [size: number, ms: number])[] = [];
  let refusal = 0;
  for (const size of sizes) {
    let ms = Number.POSITIVE_INFINITY;
    let status: Analysis["status"] = "checked";
    // As many characters of every size: large texts cannot do without clearing memory, and small ones take their share.
    const times = Math.round((sizes.at(-1) ?? size) / size);
    for (let run = 0; run < runs; run += 1) {
      // No two drafts are alike, so that none is remembered.
      const texts = Array.from({ length: times }, () => hostileReport(hostile.text(size), ++drafts));
      const taken = computed(() => {
        for (const text of texts) ({ status } = analyze(text, defaultSettings));
      });
      ms = Math.min(ms, taken / times);
    }
    if (status === "checked") points.push([size, ms]);
    else refusal = Math.max(refusal, ms);
  }
  return { hostile, exponent: exponentOf(points), refusal, longest: points.at(-1)?.[1] ?? 0 };
}

/** The slope in logarithms from the first to the last size; what is done within a few milliseconds counts as linear. */
function exponentOf(points: readonly (readonly [number, number])[]): number {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || first === last || last[1] < 20) return 1;
  return Math.log(last[1] / first[1]) / Math.log(last[0] / first[0]);
}
