import type { Operator } from "../operator.ts";
import { cellsLike } from "../subject.ts";
import { figuresChanged, oneFigure } from "./cells.ts";

/** Figures that are well formed and wrong for what is known of the agency and of the year. */
export const plausibilityOperators: readonly Operator[] = [
  {
    name: "表二：无权制定规章的机关填了规章",
    group: "不合理的数",
    class: "D",
    rules: ["unauthorised-regulation"],
    restores: "always",
    apply: (subject, random) =>
      subject.report.agency.makesRegulations
        ? undefined
        : oneFigure(subject, random, /^disclosure\.regulations\./u, (text) =>
            text === "0" ? String(1 + random(8)) : undefined,
          ),
  },
  {
    name: "表二：现行有效少于净增",
    group: "不合理的数",
    class: "D",
    rules: ["stock-shortfall"],
    restores: "no",
    apply: (subject) => {
      const [issued, repealed, inForce] = cellsLike(subject, /normativeDocuments/u);
      const least = Number(issued?.value ?? 0) - Number(repealed?.value ?? 0);
      if (inForce === undefined || least < 1 || subject.report.form.id === "2019") return undefined;
      return figuresChanged(subject, new Map([[inForce, String(least - 1)]]));
    },
  },
  {
    name: "表二：收费金额以元填报",
    group: "不合理的数",
    class: "S",
    rules: ["implausible-fee"],
    restores: "always",
    apply: (subject, random) => {
      if (/省|国家/u.test(subject.report.agency.name)) return undefined;
      return oneFigure(subject, random, /^disclosure\.fees\.amount$/u, (text) => {
        return Number(text) < 120 ? undefined : String(Math.round(Number(text) * 10_000));
      });
    },
  },
  {
    name: "表三：有申请，办理结果全是 0",
    group: "不合理的数",
    class: "D",
    rules: ["missing-results"],
    restores: "no",
    apply: (subject) => {
      const results = cellsLike(subject, /^requests\.(?!received|carriedIn)/u).filter(({ value }) => value !== 0);
      return figuresChanged(subject, new Map(results.map((cell) => [cell, "0"])));
    },
  },
  {
    name: "表三：（七）总计一行全是 0",
    group: "不合理的数",
    class: "D",
    rules: ["sum-mismatch", "balance-mismatch"],
    restores: "no",
    apply: (subject) => {
      const cells = cellsLike(subject, /^requests\.closed\./u).filter(({ value }) => value !== 0);
      return figuresChanged(subject, new Map(cells.map((cell) => [cell, "0"])));
    },
  },
];
