/**
 * The words in which the prose of a report repeats the figures of its tables, besides the labels of the form itself.
 * Gathered from the wording of published reports. A phrase made of anything else is left alone.
 */
export interface Vocabulary {
  /** Words that say nothing about which figure is meant. */
  readonly fillers: readonly string[];
  /** Subjects that stand for the whole of what a department, or a government, reports on. */
  readonly subjects: { readonly agency: readonly string[]; readonly area: readonly string[] };
  /** Words that name lines of a table. */
  readonly terms: readonly Term[];
  /** Openings of a statement that there was none. */
  readonly negations: readonly string[];
  /** Rows meant where only columns are named, for tables whose figures have to be of some row. */
  readonly defaultRows: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** Nouns of a sentence that makes clear that a lawsuit or review is about government information. */
  readonly subjectMatter: readonly string[];
  /** Words by which a sentence on the make-up of the report names its sections, by their ids. */
  readonly sections: Readonly<Record<string, readonly string[]>>;
}

/** Words that name a table, some of its rows or some of its columns. */
export interface Term {
  readonly words: readonly string[];
  /** Id of the table; `published` for the total of what was published, which stands in none. */
  readonly table: string;
  /** Ids of rows that are added up; of several sums any may be meant, the likeliest first. */
  readonly rows?: readonly (readonly string[])[];
  readonly columns?: readonly string[];
  /** Names what the table counts, so that the phrase can stand alone; without it the sentence before has to. */
  readonly noun?: true;
  /** Says nothing beside a word of another table: 收到行政复议案件. */
  readonly weak?: true;
  /** Leaves no doubt which figure is meant. */
  readonly certain?: true;
  /** Gives way to a result that is named beside it: 答复予以公开. */
  readonly verb?: true;
}

export const vocabulary: Vocabulary = {
  fillers: [
    ..."全年 年内 本年 本年度 年度 当年 截至 截止 底 末 期间 共 共计 总计 合计 累计 总共 计 合共 为 是 有 均 皆 已 已经 了 的 其中 其 含 包括 包含 另 另有 还有 和 与 及 以及 或 并".split(
      " ",
    ),
    ..."数 数量 件数 总数 总量 情况 各类 各 等 方面 分别 依法 依规 按时 按期 及时 全部 情形 结果 办理结果 处理结果 决定 作出 做出 申请人 向 对 由 提出 提交 公民 群众 社会公众 仅 只 年末 年底 尚在办理期限内 尚在办理中 仍在办理中".split(
      " ",
    ),
    ..."公民法人和其他组织 公民法人及其他组织 公民法人或者其他组织 因 涉及 关于 发生 产生 引起 引发 被 件 新增 政府信息公开工作 信息公开工作 政府信息公开 信息公开 政务公开".split(
      " ",
    ),
  ],
  subjects: {
    agency:
      "我局 我委 我办 我厅 我镇 我乡 我街道 我街道办 我办事处 我街 我院 我会 我中心 我馆 我站 我所 我队 我单位 我机关 我部门 我关 全关 全厅 全局 全委 全镇 全乡 全街道 本局 本委 本办 本厅 本镇 本乡 本街道 本办事处 本院 本会 本中心 本馆 本单位 本机关 本部门 本行政机关 局机关".split(
        " ",
      ),
    area: "我省 我市 我县 我区 我州 我盟 我旗 全省 全市 全县 全区 全州 全盟 全旗 全自治区 本省 本市 本县 本区 本行政区域 本机关".split(
      " ",
    ),
  },
  terms: [
    {
      words: [
        "主动公开政府信息",
        "主动公开信息",
        "主动公开政务信息",
        "公开政府信息",
        "公开政务信息",
        "主动公开各类政府信息",
        "主动公开各类信息",
      ],
      table: "published",
      noun: true,
    },
    {
      words:
        "政府信息公开申请 政府信息公开的申请 信息公开申请 公开申请 政府信息依申请公开 政府信息依申请公开申请 依申请公开 依申请公开申请 依申请公开政府信息 依申请公开信息 依申请公开政府信息申请 依申请公开件 依申请信息公开 依申请件 政府信息公开申请件 信息公开申请件 政府信息公开申请事项 政府信息申请 申请公开政府信息 要求公开政府信息申请".split(
          " ",
        ),
      table: "requests",
      noun: true,
    },
    { words: ["申请", "申请件", "申请事项", "依申请"], table: "requests", weak: true },
    {
      words:
        "新收 新收到 新接收 本年新收 本年度新收 当年新收 新受理 新增申请 新增政府信息公开申请 新增依申请公开申请".split(
          " ",
        ),
      table: "requests",
      rows: [["received"]],
      certain: true,
      verb: true,
    },
    {
      words: "收到 接收 接到 收到并登记 接收到".split(" "),
      table: "requests",
      rows: [["received"], ["received", "carriedIn"]],
      weak: true,
      certain: true,
      verb: true,
    },
    {
      words: "受理 共受理 收办 收到并受理 接收并办理 办理 处理 应办理 应答复".split(" "),
      table: "requests",
      rows: [["received"], ["received", "carriedIn"], ["closed"]],
      verb: true,
    },
    {
      words:
        "从上年结转 由上年结转 从上年度结转 由上年度结转 上年结转 上年度结转 上一年结转 上一年度结转 上年结转至本年 上年度结转至本年 上年结转到本年 结转上年 结转上年度 上年转结 上年度转结 上年转入 上年度转入".split(
          " ",
        ),
      table: "requests",
      rows: [["carriedIn"]],
      certain: true,
    },
    {
      words:
        "结转下年 结转下年度 结转下一年 结转下一年度 结转至下年 结转至下年度 结转至下一年 结转至下一年度 结转到下年 结转到下年度 结转到下一年度 转下年度 转入下年度 转入下一年度 转至下年度 结转下年度继续办理 结转下年继续办理 结转下一年继续办理 结转下一年度继续办理 结转至下年继续办理 结转至下年度继续办理 结转至下一年继续办理 结转至下一年度继续办理 结转到下年度继续办理 结转下年度办理 结转下年办理 结转至下年度办理 转下年度办理 转下年度继续办理 转入下年度继续办理 转入下年度办理 转入下一年度继续办理 顺延到下年度答复 顺延到下年度办理 顺延至下年度办理".split(
          " ",
        ),
      table: "requests",
      rows: [["carriedOut"]],
      certain: true,
    },
    {
      words: "办结 已办结 答复 已答复 办理完毕 办结答复 答复办结 办理答复 处理完毕".split(" "),
      table: "requests",
      rows: [["closed"], ["received"], ["received", "carriedIn"]],
      verb: true,
    },
    { words: ["部分公开"], table: "requests", rows: [["partial"]] },
    {
      words: ["法人和其他组织", "法人及其他组织", "法人或者其他组织", "法人其他组织"],
      table: "requests",
      columns: ["business", "research", "charity", "legal", "other"],
    },
    { words: ["自然人"], table: "requests", columns: ["natural"] },
    { words: ["规范性文件"], table: "disclosure", rows: [["normativeDocuments"]], noun: true },
    {
      words: ["制发", "制定", "印发", "出台", "新制定", "制定出台", "制定印发", "新制发", "制发出台"],
      table: "disclosure",
      columns: ["issued"],
    },
    { words: ["废止", "宣布废止"], table: "disclosure", columns: ["repealed"] },
    { words: ["现行有效", "现行有效的", "继续有效", "有效"], table: "disclosure", columns: ["inForce"] },
    { words: ["处理决定", "许可决定", "处罚决定"], table: "disclosure", weak: true },
    { words: ["行政许可决定", "行政许可处理决定"], table: "disclosure", rows: [["licences"]], noun: true },
    { words: ["行政处罚决定", "行政处罚处理决定"], table: "disclosure", rows: [["penalties"]], noun: true },
    { words: ["行政强制决定", "行政强制处理决定"], table: "disclosure", rows: [["coercions"]], noun: true },
    {
      words: ["行政复议案件", "行政复议申请", "被申请行政复议", "申请行政复议", "复议案件"],
      table: "litigation",
      rows: [["review"]],
      noun: true,
    },
    {
      words: ["行政诉讼案件", "被提起行政诉讼", "提起行政诉讼", "诉讼案件"],
      table: "litigation",
      rows: [["direct", "afterReview"]],
      noun: true,
    },
    { words: ["正在审理", "审理中", "正在审理中", "未审结", "尚未审结"], table: "litigation", columns: ["pending"] },
    { words: ["结果维持", "维持"], table: "litigation", columns: ["upheld"] },
    { words: ["结果纠正", "纠正"], table: "litigation", columns: ["corrected"] },
    { words: ["其他结果"], table: "litigation", columns: ["otherResult"] },
  ],
  negations: [
    "未收到",
    "没有收到",
    "未接到",
    "没有接到",
    "未新收",
    "未发生",
    "没有发生",
    "未产生",
    "没有产生",
    "未出现",
    "没有出现",
    "未有",
    "没有",
    "未被",
    "无",
  ],
  defaultRows: { requests: [["received"], ["received", "carriedIn"], ["closed"]] },
  subjectMatter: ["信息公开", "政务公开", "依申请"],
  sections: {
    overview: ["总体情况", "总体工作", "概述", "概况", "基本情况"],
    disclosure: ["主动公开"],
    requests: ["公开申请", "依申请", "申请公开", "申请情况", "收到和处理"],
    litigation: ["复议", "诉讼"],
    problems: ["问题"],
    others: ["其他需要", "需要报告", "其他事项", "其他报告", "其他应"],
  },
};
