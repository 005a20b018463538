import type { Operator } from "./operator.ts";
import { mistypedFigures } from "./operators/cells.ts";
import { citationOperators } from "./operators/citations.ts";
import { headingOperators } from "./operators/headings.ts";
import { mistypedLabels, rewordedLabels } from "./operators/labels.ts";
import { movedFigures } from "./operators/moves.ts";
import { plausibilityOperators } from "./operators/plausibility.ts";
import { proseFigures } from "./operators/prose.ts";
import { columnOperators, rowOperators } from "./operators/rows.ts";
import { aspectOperators, sectionOperators } from "./operators/sections.ts";
import { titleOperators, yearOperators } from "./operators/title.ts";
import { allowanceOperators, wordOperators } from "./operators/words.ts";
import { writtenFigures } from "./operators/writing.ts";

/** Every slip there is a table entry for, in the order they are printed. */
export const operators: readonly Operator[] = [
  ...mistypedFigures,
  ...movedFigures,
  ...writtenFigures,
  ...plausibilityOperators,
  ...rowOperators,
  ...columnOperators,
  ...mistypedLabels,
  ...rewordedLabels,
  ...titleOperators,
  ...yearOperators,
  ...headingOperators,
  ...sectionOperators,
  ...aspectOperators,
  ...citationOperators,
  ...proseFigures,
  ...wordOperators,
  ...allowanceOperators,
];
