import { expect, test, vi } from "vitest";
import { analyze, defaultSettings } from "../server/analysis.ts";
import { readWhole } from "../server/read/remark.ts";
import { hostileReport, hostileTexts } from "./support/hostile.ts";

vi.mock("../server/read/remark.ts", { spy: true });

/*
 * How long they take is measured by `npm run bench`. Here they only have to come to an end: an expression or a loop that
 * grows with a power of the length does not, within the time of a test.
 */

test("texts made to keep the check busy are checked or refused, and nothing fails", { timeout: 180_000 }, () => {
  for (const [draft, { name, text }] of hostileTexts.entries()) {
    const { status } = analyze(hostileReport(text(1000), draft), defaultSettings);
    expect([name, status]).toEqual([name, expect.stringMatching(/^(?:checked|too-complex)$/u)]);
  }
});

test("a document of 10 MB is answered without being parsed", () => {
  for (const { name, text } of hostileTexts.filter((_, nth) => nth % 20 === 0)) {
    vi.mocked(readWhole).mockClear();
    const { status, ...rest } = analyze(hostileReport(text(10_000_000), 1), defaultSettings);
    expect([name, status]).toEqual([name, "too-complex"]);
    expect("reason" in rest && rest.reason).toMatch(/未检查；请/u);
    expect(readWhole).not.toHaveBeenCalled();
  }
});

test.each([
  "lists, each in the one before",
  "quotes, each in the one before",
  "a wide table",
  "a long table",
  "a wide HTML table",
  "merged HTML cells",
  '"*_" in one line',
  '"[" in one line',
  '"字" in one line',
  '"<" in lines',
  '"1. " in lines',
])("%s is refused without being parsed", (name) => {
  vi.mocked(readWhole).mockClear();
  const hostile = hostileTexts.find((one) => one.name === name);
  expect(analyze(hostileReport(hostile?.text(100_000) ?? "", 1), defaultSettings).status).toBe("too-complex");
  expect(readWhole).not.toHaveBeenCalled();
});
