/** Where an agency stands in the hierarchy. */
export type AgencyLevel =
  | "township"
  | "county-department"
  | "county-government"
  | "city-department"
  | "city-government"
  | "province-department"
  | "province-government"
  | "ministry"
  | "vertical"
  | "unknown";

/** A level by the name a clerk writes for it. */
interface NamedLevel {
  /** The wording that is offered. */
  readonly name: string;
  readonly level: AgencyLevel;
  /** Other wordings that mean the same. 市政府 is none: a county-level city has one, too. */
  readonly aliases: readonly string[];
}

/** What may be written behind `level:`, lowest first. */
export const levels: readonly NamedLevel[] = [
  {
    name: "乡镇",
    level: "township",
    aliases: ["乡", "镇", "民族乡", "乡级", "镇级", "乡镇级", "乡镇政府", "乡镇人民政府", "乡政府", "镇政府"],
  },
  { name: "街道", level: "township", aliases: ["街道办", "街道办事处", "乡镇街道"] },
  {
    name: "县级部门",
    level: "county-department",
    aliases: [
      "县直部门",
      "县直单位",
      "县级单位",
      "区级部门",
      "区直部门",
      "区直单位",
      "区级单位",
      "县区级部门",
      "旗级部门",
    ],
  },
  {
    name: "县级政府",
    level: "county-government",
    aliases: [
      "县政府",
      "区政府",
      "旗政府",
      "县区政府",
      "县级人民政府",
      "县人民政府",
      "区人民政府",
      "县级市",
      "县级市政府",
    ],
  },
  {
    name: "市级部门",
    level: "city-department",
    aliases: ["市直部门", "市直单位", "市级单位", "州级部门", "州直部门", "盟级部门", "地级市部门"],
  },
  {
    name: "市级政府",
    level: "city-government",
    aliases: [
      "地级市",
      "地级市政府",
      "设区的市",
      "设区市",
      "设区的市政府",
      "设区市政府",
      "市级人民政府",
      "自治州政府",
      "州政府",
    ],
  },
  {
    name: "省级部门",
    level: "province-department",
    aliases: ["省直部门", "省直单位", "省级单位", "自治区部门", "自治区直属部门", "直辖市部门"],
  },
  {
    name: "省级政府",
    level: "province-government",
    aliases: ["省政府", "省人民政府", "省级人民政府", "自治区政府", "自治区人民政府", "直辖市", "直辖市政府"],
  },
  {
    name: "国务院部门",
    level: "ministry",
    aliases: ["国家部委", "部委", "国务院组成部门", "国务院直属机构", "中央部门", "中央国家机关"],
  },
  {
    name: "垂直管理",
    level: "vertical",
    aliases: ["垂直管理部门", "垂直管理单位", "垂直管理机构", "垂管", "垂管部门", "垂管单位", "中央垂管"],
  },
];
