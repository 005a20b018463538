import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { analyze, defaultSettings } from "../../server/analysis.ts";
import { projectFolder } from "./hosts/process.ts";
import { type CountedKeyboard, countedKeyboard } from "./page/counted-keyboard.ts";
import { lineWith } from "./page/editor.ts";
import { checklistRows } from "./page/panels.ts";
import { useWorkbench } from "./workbench.ts";
import { makeWorkspace } from "./workspace.ts";

// A clerk's whole way, from 新建年报 to a report without a finding, by the keyboard alone.

const workspace = makeWorkspace(join(projectFolder, "examples"));
let page: Page;
useWorkbench(
  workspace,
  (opened) => {
    page = opened;
  },
  { permissions: ["clipboard-read", "clipboard-write"] },
);

test("a report is written by the keyboard alone, with a fraction of the keys a plain editor needs", async () => {
  const keys = countedKeyboard(page);
  await begin(keys);
  await writeIntroduction(keys);
  await writeAspects(keys);
  await fillTables(keys);
  await writeTheRest(keys);
  await keys.run("提交前检查", "提交前检查");
  expect(await checklistRows(page)).toEqual([
    "一、总体情况, 已完成",
    "二、主动公开政府信息情况, 已完成",
    // There is no report of last year to compare it with.
    "三、收到和处理政府信息公开申请情况, 未核对",
    "四、政府信息公开行政复议、行政诉讼情况, 已完成",
    "五、存在的主要问题及改进情况, 已完成",
    "六、其他需要报告的事项, 已完成",
  ]);
  const struck = keys.count();
  const text = await wholeText();
  console.log(`Keys struck: ${struck}; characters of the same text, a key each in a plain editor: ${text.length}.`);
  const analysis = analyze(text, { ...defaultSettings, mode: "final" });
  expect(analysis.status === "checked" && analysis.findings).toEqual([]);
  expect(struck).toBeLessThan(text.length / 8);
});

async function begin(keys: CountedKeyboard): Promise<void> {
  await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
  const question = (number: string) => page.locator(".quick-input-widget", { hasText: number });
  await keys.run("新建年报", "新建年报");
  await question("(1/2)").waitFor();
  await keys.type("青石县档案局");
  await keys.press("Enter");
  // The year that is due is there already.
  await question("(2/2)").waitFor();
  await keys.press("Enter");
  await lineWith(page, "# 青石县档案局").waitFor();
}

async function writeIntroduction(keys: CountedKeyboard): Promise<void> {
  await keys.press("Enter");
  await keys.complete("本报告根据");
  for (const sentence of ["本报告由", "本报告所列数据"]) {
    await keys.press("Enter", 2);
    await keys.complete(sentence);
  }
  await keys.press("Enter");
}

async function writeAspects(keys: CountedKeyboard): Promise<void> {
  await keys.press("ArrowDown");
  for (const text of [
    "全年主动公开政府信息46条。",
    "全年新收政府信息公开申请2件，均为自然人申请，全部予以公开。",
    "每季度核对一次政府信息公开目录。",
    "依托县人民政府门户网站公开政府信息。",
    "组织《条例》培训1次。",
  ]) {
    await keys.press("ArrowDown", 2);
    await keys.press("End");
    await keys.press("Enter", 2);
    await keys.type(text);
  }
}

/** Only what is not 0 is typed. */
async function fillTables(keys: CountedKeyboard): Promise<void> {
  const intoTable = async (gaps: number) => {
    await toNextGap(keys, gaps);
    await keys.walk("ArrowDown", "ArrowDown", "Tab");
  };
  await intoTable(5);
  await keys.walk("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "1", "2");
  await keys.act("表二空白填 0");
  await intoTable(4);
  await keys.walk("2", "Enter", "Enter", "2");
  await keys.act("表三空白填 0，总计填各项之和");
  await intoTable(3);
  await keys.act("表四空白填 0");
}

async function writeTheRest(keys: CountedKeyboard): Promise<void> {
  const below = async (gaps: number) => {
    await toNextGap(keys, gaps);
    await keys.press("End");
    await keys.press("Enter", 2);
  };
  await below(2);
  await keys.type("存在的主要问题：公开内容更新不够及时。改进情况：按月核对更新。");
  await below(1);
  await keys.complete("本年度未收取信息处理费");
}

/** A draft has one mark at the heading of each section that is not done: the editor's own key leads from one to the next. */
async function toNextGap(keys: CountedKeyboard, left: number): Promise<void> {
  // The mark at the section that has just been written goes when it has been checked.
  await page
    .locator('.statusbar [id="status.problems"]', { hasText: new RegExp(`^\\D*0\\D+0\\D+${left}\\D*$`, "u") })
    .waitFor();
  const widget = page.locator(".marker-widget").first();
  await keys.walk("Alt+F8");
  await widget.waitFor();
  await keys.press("Escape");
  await widget.waitFor({ state: "hidden" });
}

/** What stands in the editor, by way of the clipboard. */
async function wholeText(): Promise<string> {
  await page.locator(".editor-instance .view-lines").first().click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  return page.evaluate(() => navigator.clipboard.readText());
}
