import { ownPatterns, type Pattern } from "../test/support/patterns.ts";
import { computed, type Outcome, progress } from "./measure.ts";

const MOST_GROWTH = 2.5;
/** A pattern is looked at closely once it takes longer than this, in milliseconds; less tells nothing. */
const NOTICEABLE = 4;
const BASE_SIZES = [250, 1000, 4000, 16_000];
const common = [" ", "\t", "\n", "\u3000", "0", "９", "a", "字", "年", "，", "。", "《", "（", "|", "-", "*", "<", "["];

/** Runs every pattern of ours over long repetitions of what it is made of. */
export async function measurePatterns(): Promise<readonly Outcome[]> {
  const patterns = await ownPatterns();
  progress(`${patterns.length} regular expressions`);
  let runs = 0;
  let steepest = { growth: 0, at: "" };
  for (const pattern of patterns) {
    for (const unit of unitsOf(pattern)) {
      runs += 1;
      const growth = growthOf(pattern, unit);
      if (growth > steepest.growth) steepest = { growth, at: `${pattern.at} over ${JSON.stringify(unit)}` };
    }
  }
  const isReached = steepest.growth <= MOST_GROWTH;
  const told =
    steepest.growth === 0
      ? `none took ${NOTICEABLE} ms, where one that is not linear takes a hundred`
      : `at most ${steepest.growth.toFixed(2)} × (${steepest.at})`;
  return [
    {
      goal: "patterns",
      measured: `${patterns.length} patterns over ${runs.toLocaleString("en")} texts of ${BASE_SIZES.at(-1)?.toLocaleString("en")} characters: ${told}`,
      first: isReached,
      later: isReached,
      peers: "",
    },
  ];
}

/** What a pattern may be kept busy with: common characters, its own words and all of them together. */
function unitsOf({ source }: Pattern): readonly string[] {
  const own = source
    .replaceAll(/\\[dswbDSWB]|\\[pP]\{[^}]*\}|\(\?(?:[:=!]|<[=!]|<\w+>)/gu, " ")
    .replaceAll(/\\u([0-9a-f]{4})/giu, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .split(/[\s()[\]{}|?*+^$.\\]+/u)
    .filter((word) => word !== "");
  const pairs = common.slice(0, 5).flatMap((blank) => own.slice(0, 4).map((word) => word + blank));
  return [
    ...new Set([...common, ...own.slice(0, 40), ...pairs, own.slice(0, 12).join(""), own.slice(0, 12).join(" ")]),
  ].filter((unit) => unit !== "");
}

/** How many times longer the pattern takes for a text twice as long; 0 where it takes next to no time at all. */
function growthOf({ source, flags }: Pattern, unit: string): number {
  const pattern = new RegExp(source, flags);
  const run = (size: number) => {
    // What stands before and behind keeps a pattern that is bound to an end from matching there.
    const text = `字${unit.repeat(Math.ceil(size / unit.length))}\u0000`;
    return computed(() => {
      pattern.lastIndex = 0;
      if (flags.includes("g")) text.replaceAll(pattern, "");
      else pattern.exec(text);
    });
  };
  let ms = 0;
  for (const size of BASE_SIZES) {
    ms = run(size);
    if (ms > 200) break;
  }
  if (ms < NOTICEABLE) return 0;
  const size = ms > 200 ? 1000 : (BASE_SIZES.at(-1) ?? 0);
  const least = (length: number) => Math.min(run(length), run(length), run(length));
  const [once, twice] = [least(size), least(2 * size)];
  return once < NOTICEABLE / 4 ? 0 : twice / once;
}
