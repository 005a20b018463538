/** Pinyin initials of the Han characters in official labels and standard sentences, as they are read there (重 as in 重复, 处 as in 处理). */
const characters: Readonly<Record<string, string>> = {
  a: "安案按",
  b: "报保本八办部不补版编表白",
  c: "处存程查成出持采重",
  d: "度动督到的第定单等当大对地电",
  e: "二额",
  f: "府复范发废罚费分法方访反服",
  g: "公工告管改规勾关果国过供构购根共格",
  h: "和护合后或获会华话",
  j: "建监及进件决金据稽加结计家禁卷机举具缴继纠经接减九集",
  k: "开况可科空",
  l: "理六量列律类另联",
  m: "秘密没明目民码",
  n: "年内纳",
  p: "平",
  q: "情请其强区全权确求取期七企起",
  r: "容仍认人然日如",
  s: "式申设三收四诉讼事十数上属商社尚审所室",
  t: "体台题他条提投通统厅",
  w: "五问文位万为危稳务握无物未维外网",
  x: "信息行需项性现效许系新形询相下续限",
  y: "一依议要有业元于予以益由已逾用研印院与月疑邮阅",
  z: "政作总主障在章制止之转只这执掌正再知自组织直增中至载址子",
};

const initials: ReadonlyMap<string, string> = new Map(
  Object.entries(characters).flatMap(([initial, all]) => [...all].map((one) => [one, initial] as const)),
);

/** `bnxs…` of 本年新收…: what a clerk types who does not switch the keyboard to Chinese. Other characters are left out. */
export function initialsOf(label: string): string {
  return [...label].map((character) => initials.get(character) ?? "").join("");
}
