/** A made-up agency. */
export interface Agency {
  readonly name: string;
  /** How it speaks of itself: 我局. */
  readonly self: string;
  /** What its report covers: 全县, 全局. */
  readonly whole: string;
  /** Whether it may make 规章 of its own. */
  readonly makesRegulations?: true;
  /** A people's government, which owes more in its report than a department. */
  readonly isGovernment?: true;
}

/** Agencies of every level, from the township to the ministry. */
export const agencies: readonly Agency[] = [
  { name: "青岭县松溪乡人民政府", self: "我乡", whole: "全乡" },
  { name: "望川县白石镇人民政府", self: "我镇", whole: "全镇" },
  { name: "南浦区文昌街道办事处", self: "我街道", whole: "全街道" },
  { name: "清河市临江街道办事处", self: "本街道", whole: "全街道" },
  { name: "云岭县水务局", self: "我局", whole: "全局" },
  { name: "安禾县教育局", self: "我局", whole: "全县教育系统" },
  { name: "柳汀区商务局", self: "区商务局", whole: "全局" },
  { name: "云岭县交通运输局", self: "县交通运输局", whole: "全局" },
  { name: "南浦区卫生健康委员会", self: "我委", whole: "全委" },
  { name: "云岭县人民政府", self: "我县", whole: "全县", isGovernment: true },
  { name: "柳汀区人民政府", self: "全区", whole: "全区", isGovernment: true },
  { name: "望澜市自然资源局", self: "市自然资源局", whole: "全市自然资源系统" },
  { name: "望澜市住房和城乡建设局", self: "我局", whole: "全局" },
  { name: "望澜市司法局", self: "市司法局", whole: "全局" },
  { name: "望澜市人民政府", self: "我市", whole: "全市", isGovernment: true, makesRegulations: true },
  { name: "临江市人民政府", self: "全市", whole: "全市", isGovernment: true, makesRegulations: true },
  { name: "东川省财政厅", self: "我厅", whole: "全厅" },
  { name: "东川省生态环境厅", self: "省生态环境厅", whole: "全省生态环境系统" },
  { name: "东川省人民政府", self: "我省", whole: "全省", isGovernment: true, makesRegulations: true },
  { name: "国家河湖管理局", self: "我局", whole: "全局", makesRegulations: true },
  { name: "望澜市税务局", self: "我局", whole: "全市税务系统" },
  { name: "望澜海关", self: "我关", whole: "全关" },
  { name: "望澜市气象局", self: "市气象局", whole: "全市气象部门" },
];
