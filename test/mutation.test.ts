import { describe, expect, test } from "vitest";
import { analyze, defaultSettings } from "../server/analysis.ts";
import { cleanReport, templateCount } from "./mutation/clean.ts";
import { isAwaited, measure } from "./mutation/measure.ts";
import { operators } from "./mutation/operators.ts";

// A sample of `npm run mutate`.

describe("reports without a fault", () => {
  test("are written from many sentences", () => {
    expect(templateCount).toBeGreaterThanOrEqual(80);
    expect(cleanReport(7)).toEqual(cleanReport(7));
  });

  test.each(Array.from({ length: 40 }, (_, at) => 5000 + at))("the report of seed %i has none", (seed) => {
    const analysis = analyze(cleanReport(seed).text, defaultSettings);
    expect(analysis.status).toBe("checked");
    const findings = analysis.status === "checked" ? analysis.findings : [];
    const told = findings.filter(({ severity }) => severity === "error" || severity === "warning");
    expect(told.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });
});

describe("slips", () => {
  test("there are many kinds of them, each with a name of its own", () => {
    expect(operators.length).toBeGreaterThanOrEqual(60);
    expect(new Set(operators.map(({ name }) => name)).size).toBe(operators.length);
  });

  const present = operators.filter((operator) => !isAwaited(operator));

  test.each(present.map((operator) => [operator.name, operator] as const))("%s", (_, operator) => {
    const outcomes = measure(operator, 1, 3, 120).filter(({ state }) => state === "measured");
    expect(outcomes.length).toBeGreaterThan(0);
    if (operator.class !== "D") return;
    const missed = outcomes.filter(({ detected, located }) => !(detected && located));
    expect(missed.map(({ seed, detected }) => `seed ${seed}: ${detected ? "found elsewhere" : "not found"}`)).toEqual(
      [],
    );
  });
});
