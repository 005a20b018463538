import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDecimals, compareDecimals } from "../server/draft/decimal.ts";

describe("decimals", () => {
  test.each([
    ["0.1", "0.2", "0.3"],
    ["2836.25", "0.75", "2837"],
    ["59237.2449", "0.0001", "59237.245"],
    ["-4", "1.5", "-2.5"],
    ["0", "0", "0"],
    ["99999999999999999999.99", "0.01", "100000000000000000000"],
  ])("%s + %s = %s", (a, b, sum) => {
    expect(addDecimals(a, b)).toBe(sum);
    expect(addDecimals(b, a)).toBe(sum);
  });

  test("are compared by value, not by spelling", () => {
    expect(compareDecimals("10", "9.99")).toBeGreaterThan(0);
    expect(compareDecimals("1.50", "1.5")).toBe(0);
    expect(compareDecimals("-1", "0.01")).toBeLessThan(0);
  });

  test("add up in cents as whole numbers do", () => {
    const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
    const print = (value: number) =>
      `${value < 0 ? "-" : ""}${Math.trunc(Math.abs(value) / 100)}.${String(Math.abs(value) % 100).padStart(2, "0")}`;
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        expect(compareDecimals(addDecimals(print(a), print(b)), print(a + b))).toBe(0);
      }),
    );
  });
});
