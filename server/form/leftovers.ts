import type { Cued } from "./cue.ts";

/** What is left of a template in a text that should be finished. */
export interface Leftover extends Cued {
  readonly pattern: RegExp;
  /** What it is, for messages. */
  readonly what: string;
}

/** Words of the notice, places to be filled in, and units without a number. */
export const leftovers: readonly Leftover[] = [
  {
    cue: '该部分以表格形式|其他有关文件专门要求|各级人民政府[“"]?工作考核|不能遗漏[，,]也不宜',
    pattern:
      /该部分以表格形式报告(?:[。，,：:]\s?表格如下)?|以及其他有关文件专门要求[^。；\n]{0,40}|第五十条第[（(]?四[）)]?项规定的各级人民政府[“"]?工作考核|不能遗漏[，,]也不宜泛化/gu,
    what: "是格式里的说明，请删去或者改写",
  },
  {
    cue: "[（(【[［](?:请填|此处填|在此填|请补|待[补填定核]|机关名|单位[名全]|年份)|[XＸ×]年[XＸ×]|[XxＸ×]{2}[年局委厅省市县区乡镇村条件次篇份场办个街万部单科]|[_＿]{2}",
    pattern:
      /[（(【[［](?:(?:请填写|此处填写|在此填写|请补充)[^（(）)【】[\]［］《\n]{0,30}|待补充|待填写?|待定|待核实|机关名称|单位名称|单位全称|年份)[）)】\]］]|(?:20)?[XＸ×]{1,4}年[XＸ×]{1,2}月(?:[XＸ×]{1,2}日)?|(?<![A-Za-z\d×Ｘ])(?:20)?[XxＸ×]{2,4}(?=[年局委厅省市县区乡镇村条件次篇份场]|办(?![理结])|个(?!人)|街道|万元|部门|单位|科室)(?!年[XＸ×])|(?<![\w＿])[_＿]{2,}(?![\w＿])/gu,
    what: "是待填的空缺，请补上内容",
  },
  {
    cue: "[\\u3400-\\u9fff][ \\t\\u3000\\u00a0]+[件条次篇][，。；、,;]|(?:信息|解读|培训|会议|留言|文件)[件条次][，。；、,;]",
    pattern:
      /(?:(?<=[\u3400-\u9fff])[ \t\u3000\u00a0]+[件条次篇]|(?<=信息|解读|培训|会议|留言|文件)[件条次])(?=[，。；、,;])/gu,
    what: "前面少了一个数",
  },
];
