import type { Cued } from "./cue.ts";

/** A wording that is wrong wherever its pattern fits; the pattern looks around as far as it must to leave no other reading. */
export interface Term extends Cued {
  readonly wrong: RegExp;
  /** What belongs there; `$1` and so on stand for the groups of the pattern. Absent where there is more than one way out. */
  readonly right?: string;
  /** Said besides, or in place of what belongs there. */
  readonly note?: string;
  readonly severity: "warning" | "info" | "hint";
  /** A mark, not a word: put right within the titles of other documents, too. */
  readonly inTitles?: true;
  /** What stands there may be meant otherwise, so that it is changed one at a time. */
  readonly isDoubtful?: true;
}

type Row = readonly [cue: string, wrong: RegExp, right: string, note?: string];

/** Words that nobody means to write twice. */
const doubled =
  "资金 进一步 按照 根据 以及 关于 相关 有关 及时 认真 主动 切实 加强 开展 进行 建立 制定 完善 提高 我局 我市 我县 我区 我镇".split(
    " ",
  );

/** Slips of the pen and doubled words: each was seen in published reports or is of their kind. */
const typos: readonly Row[] = [
  ["办公室厅", /办公室厅/gu, "办公厅"],
  ["[费惠金]卷", /(消费|优惠|代金)卷(?![入起宗烟])/gu, "$1券"],
  [
    "[均都]以[全按依整办答落处解完]",
    /([均都])以((?:全部|按时|按期|依法)?(?:整改|办结|答复|落实|处理|解决|完成)(?:到位|完毕|完成|(?=[，。；])))/gu,
    "$1已$2",
  ],
  ["己[经办整答完]", /(?<![自知克律利异私])己(经|办结|整改|答复|完成)/gu, "已$1"],
  ["布署", /(?<![公发宣颁])布署(?!名)/gu, "部署"],
  ["行政复[义意]", /行政复[义意]/gu, "行政复议"],
  ["转结[至到下次]", /转结(至|到)?(下|次)(?=一?年)/gu, "结转$1$2"],
  ["[年度]转结", /([上去]一?年度?)转结(?![果束余合构])/gu, "$1结转"],
  ["截至日期", /截至日期/gu, "截止日期"],
  ["企事业单[信公、，。]", /企事业单(?=信息|公开|[、，。])/gu, "企事业单位"],
  ["[，。；：年月日度]累公开|^累公开", /(?<=[，。；：年月日度]|^)累公开/gmu, "累计公开"],
  ["[，。；：、]息公开|^息公开", /(?<=[，。；：、]|^)息公开/gmu, "信息公开"],
  ["性性", /(过程|规范|时效|准确|针对)性性/gu, "$1性"],
  ["的的", /(?<![目标之打])的的(?![确士])/gu, "的"],
  ["公开主动公开", /(?<![息务])公开主动公开(?!目录|基本|清单|事项|内容|标准|指南|范围)/gu, "主动公开"],
  ["公开公开申请", /公开公开申请/gu, "公开申请"],
  [doubled.map((word) => word + word).join("|"), new RegExp(`(?<word>${doubled.join("|")})\\k<word>`, "gu"), "$1"],
  // As one pattern with a reference back it takes engines three times as long.
  [
    "，，|。。|、、|；；",
    /(?<!，)(，)，(?!，)|(?<!。)(。)。(?!。)|(?<!、)(、)、(?!、)|(?<!；)(；)；(?!；)/gu,
    "$1$2$3$4",
  ],
  ["信息公开处理费", /(?:政府)?信息公开处理费/gu, "信息处理费"],
];

/** Usage that is wrong but misleads nobody. */
const usage: readonly Row[] = [
  [
    "截止[到至\\d目上去今本年报]",
    /(?<=[，。；、：（\s]|数据|统计|情况|^)截止[到至]?(?=20\d\d年|\d{1,2}月|目前|[上去今本]?年底|年末|报告期末)/gmu,
    "截至",
    "后面跟着时间的用“截至”",
  ],
];

/** Matters of style. */
const habits: readonly Row[] = [
  ["均已全部", /均已全部/gu, "均已", "“均”和“全部”意思重复"],
  ["1月1日起?到", /(1月1日起?)到((?:20\d\d年)?12月31日)/gu, "$1至$2"],
  [
    "[性断时真实极好入]的[开进做制提采予加]",
    /(有针对性|不断|及时|认真|切实|积极|更好|深入|扎实)的(开展|进行|做好|制定|提出|采取|予以|加以)(?![方形]式)/gu,
    "$1地$2",
  ],
  ["应公开[、，]尽公开", /应公开[、，]尽公开/gu, "应公开尽公开"],
  ["依申请(?:信息公开|公开件)\\d", /依申请(?:信息公开|公开件)(\d+件)/gu, "政府信息公开申请$1"],
  ["(?:公开申请|规范性文件)\\d+[条篇宗起]", /((?:公开申请|规范性文件)\d+)[条篇宗起]/gu, "$1件", "申请和文件用“件”计数"],
  [
    "\\d[条篇宗起](?:政府信息公开|依申请公开|信息公开|公开|行政规|规范性)",
    /(?<![第\d])(\d+)[条篇宗起]((?:政府信息公开|依申请公开|信息公开|公开)申请|(?:行政)?规范性文件)/gu,
    "$1件$2",
    "申请和文件用“件”计数",
  ],
];

/** Every term, the weightiest first. */
export const terms: readonly Term[] = [
  ...listed("warning", typos),
  ...listed("info", usage),
  ...listed("hint", habits),
  {
    cue: "[1-9]余",
    wrong: /(?<![\d.,，])\d*[1-9]余(?=[条件个次篇份人家项户场期起处])/gu,
    note: "“余”只用在整十、整百、整千的数后面",
    severity: "hint",
  },
  {
    cue: "\\d[—–－~～-]\\d+(?:\\.\\d+)?[万亿%]",
    wrong: /(?<![\d.])(\d+(?:\.\d+)?)([—–－~～-])(\d+(?:\.\d+)?)(?<unit>万元|亿元|%)/gu,
    right: "$1$4$2$3$4",
    note: "起止两个数都写单位",
    severity: "hint",
    isDoubtful: true,
  },
  {
    cue: "20\\d\\d年?-20",
    wrong: /(?<!\d)(20\d\d年?)-(20\d\d学?年)/gu,
    right: "$1—$2",
    note: "起止年份之间用连接号“—”",
    severity: "hint",
    inTitles: true,
  },
];

function listed(severity: Term["severity"], rows: readonly Row[]): readonly Term[] {
  return rows.map(([cue, wrong, right, note]) => {
    const term = { cue, wrong, right, severity };
    return note === undefined ? term : { ...term, note };
  });
}
