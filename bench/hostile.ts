import { type Analysis, analyze, defaultSettings } from "../server/analysis.ts";
import { type Hostile, hostileReport, hostileTexts } from "../test/support/hostile.ts";
import { computed, type Outcome, progress, time } from "./measure.ts";

const SIZES = [16, 32, 64, 128].map((kilobytes) => kilobytes * 1024);
/** As near to the largest text that is read as a text with a report around it can be. */
const LARGEST = 500 * 1024;
const ALL_SIZES = [...SIZES, LARGEST / 2, LARGEST];
const RUNS = 2;
const MORE_RUNS = 3;
const MOST_EXPONENT = 1.15;
/** Within so many milliseconds a refusal has to come. A check that takes no longer is as good as one, however it grows. */
const GRANTED = 50;

/** Milliseconds below which the clock says more than the text. */
const LEAST = 10;

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
  const whole = worst.map(({ hostile }) => settled(hostile, ALL_SIZES));
  const all = [...grown, ...whole];
  const steepest = all.filter(({ longest }) => longest > GRANTED).toSorted((a, b) => b.exponent - a.exponent)[0];
  const refusal = Math.max(...all.map((one) => one.refusal));
  const refusalAt128 = Math.max(...grown.map((one) => one.refusal));
  const longest = Math.max(...whole.map((one) => one.longest));
  return [
    {
      goal: "hostile",
      measured:
        `${scalable.length} kinds: no exception; steepest exponent ${steepest?.exponent.toFixed(2)} (${code(steepest?.hostile.name ?? "")}), ` +
        `slowest refusal ${time(refusal)}, longest check ${time(longest)} at ${LARGEST / 1024} KB`,
      first: (steepest?.exponent ?? Number.NaN) <= MOST_EXPONENT && refusal <= GRANTED,
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
 * What seems to grow too fast is measured more often and up to the largest size, and that decides: a slow moment of the
 * machine is no growth, and what really grows faster than linear does so all the more there.
 */
function settled(hostile: Hostile, sizes: readonly number[]): Growth {
  const growth = growthOf(hostile, sizes);
  if (growth.exponent <= MOST_EXPONENT && growth.refusal <= 20) return growth;
  const again = growthOf(hostile, ALL_SIZES, MORE_RUNS);
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
      // No two drafts are alike, nor what is hostile in them, so that nothing is remembered.
      const texts = Array.from({ length: times }, () => hostileReport(hostile.text(size + (++drafts % 256)), drafts));
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

/**
 * The slope in logarithms that fits all sizes best: from one size to the next, caches that are full and memory that has
 * to be cleared make steps that are no growth. What takes hardly any time tells nothing.
 */
function exponentOf(points: readonly (readonly [number, number])[]): number {
  if (points.length < 2 || (points.at(-1)?.[1] ?? 0) < LEAST) return 1;
  const logarithms = points.map(([size, ms]) => [Math.log(size), Math.log(ms)] as const);
  const mean = (nth: 0 | 1) => logarithms.reduce((sum, each) => sum + each[nth], 0) / logarithms.length;
  const [x, y] = [mean(0), mean(1)];
  const covariance = logarithms.reduce((sum, each) => sum + (each[0] - x) * (each[1] - y), 0);
  return covariance / logarithms.reduce((sum, each) => sum + (each[0] - x) ** 2, 0);
}
