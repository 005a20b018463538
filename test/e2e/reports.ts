/** A report with one fault that was put there, and where. */
export interface FaultyReport {
  readonly text: string;
  /** The line of the fault, counted from zero. */
  readonly line: number;
  readonly right: string;
  readonly wrong: string;
}

/** The clean report with the total of its first row of applications one too high. */
export function withWrongTotal(clean: string): FaultyReport {
  const row = /^\|\s*一、本年新收政府信息公开申请数量.*\|\s*(?<total>\d+)\s*\|\s*$/m.exec(clean);
  const right = row?.groups?.total;
  if (!row || right === undefined) throw new Error("The clean report has no row of new applications.");
  const wrong = String(Number(right) + 1);
  return replaceWithin(clean, row.index + row[0].lastIndexOf(right), right, wrong);
}

/** The clean report with a row's label misspelt: a fault that changes no figure and is safe to mend. */
export function withMisspeltRow(clean: string): FaultyReport {
  const right = "四、结转下年度继续办理";
  const at = clean.indexOf(right);
  if (at < 0) throw new Error("The clean report has no row of applications carried out.");
  return replaceWithin(clean, at, right, "四、结转下年继续办理");
}

/** The clean report as it is while it is drafted: one section not begun, one figure not filled in. */
export function unfinished(clean: string): string {
  const emptied = clean.replace(/(?<=^## 五、.*\n)[\s\S]*?(?=^## 六、)/m, "\n");
  const blanked = emptied.replace(/(?<=^\|\s*四、结转下年度继续办理.*\|)\s*\d+\s*(?=\|\s*$)/m, "  ");
  if (emptied === clean || blanked === emptied) throw new Error("The clean report has other sections.");
  return blanked;
}

function replaceWithin(text: string, at: number, right: string, wrong: string): FaultyReport {
  const before = text.slice(0, at);
  return { text: before + wrong + text.slice(at + right.length), line: before.split("\n").length - 1, right, wrong };
}
