import { nearest } from "./nearest.ts";

/** An option of a command, by its long name. */
export interface Option {
  /** What follows the option, as the help names it; absent on a plain switch. */
  readonly value?: string;
  /** The values it takes, if not any. */
  readonly choices?: readonly string[];
  readonly short?: string;
  readonly help: string;
}

export type Options = Readonly<Record<string, Option>>;

/** A command line taken apart. A switch that was given has the value `""`; of an option given twice the last counts. */
export interface Arguments {
  readonly options: ReadonlyMap<string, string>;
  readonly operands: readonly string[];
}

/** Takes the words behind a command apart; a string says in Chinese what is wrong with them. */
export function readArguments(words: readonly string[], known: Options): Arguments | string {
  const options = new Map<string, string>();
  const operands: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (word === "--") return { options, operands: [...operands, ...words.slice(at + 1)] };
    if (!/^-./u.test(word)) {
      operands.push(word);
      continue;
    }
    const found = readOption(word, words[at + 1], known);
    if (typeof found === "string") return found;
    options.set(found.name, found.value);
    if (found.tookNext) at += 1;
  }
  return { options, operands };
}

interface ReadOption {
  readonly name: string;
  readonly value: string;
  /** The value was the next word: `--format json`, not `--format=json` or `-ofile`. */
  readonly tookNext: boolean;
}

function readOption(word: string, next: string | undefined, known: Options): ReadOption | string {
  const [, written = word, attached] = /^(--[^=]+(?![^=])|-[^-])(?:=?(.+)|=)?$/su.exec(word) ?? [];
  const name = nameOf(written, known);
  const option = name === undefined ? undefined : known[name];
  if (name === undefined || option === undefined) return unknownOption(written, known);
  if (option.value === undefined) {
    return word === written ? { name, value: "", tookNext: false } : `选项 --${name} 不带值`;
  }
  const tookNext = word === written;
  const value = tookNext ? next : attached;
  if (value === undefined || (tookNext && value.startsWith("--"))) return `选项 --${name} 后面缺少 ${option.value}`;
  if (option.choices?.includes(value) === false) return wrongChoice(name, value, option.choices);
  return { name, value, tookNext };
}

function nameOf(written: string, known: Options): string | undefined {
  return Object.keys(known).find((name) => written === `--${name}` || written === `-${known[name]?.short}`);
}

function unknownOption(written: string, known: Options): string {
  const names = Object.keys(known).map((name) => `--${name}`);
  return `没有选项 ${written}${suggestion(nearest(written, names))}`;
}

function wrongChoice(name: string, value: string, choices: readonly string[]): string {
  return `--${name} 不能是“${value}”，只能是 ${choices.join("、")}${suggestion(nearest(value, choices))}`;
}

/** `，是不是 --format？`, or nothing. */
export function suggestion(near: readonly string[]): string {
  return near.length === 0 ? "" : `，是不是 ${near.join("、")}？`;
}
