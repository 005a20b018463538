import { type AgencyLevel, levels } from "../form/levels.ts";
import { lettersOf } from "./label.ts";

/**
 * Reads the level from an agency's name. A 市 may be a county-level city or one divided into districts: nothing in
 * the name tells, so a municipal government is taken for the higher, and only what holds for both may be built on it.
 */
export function levelOfAgency(name: string): AgencyLevel {
  const office = name.replace(/(?:办公厅|办公室)$/u, "");
  if (/(?:乡|镇|街道)(?:人民政府|办事处)?$/u.test(office) && !/(?:局|委员会)$/u.test(office)) return "township";
  if (/(?:海关|税务局|气象局|地震局|海事局|邮政管理局|烟草专卖局)$/u.test(office)) return "vertical";
  const isGovernment = /(?:人民政府|(?:省|市|州|县|区|旗|盟)政府|行政公署)$/u.test(office);
  const place = isGovernment ? office.replace(/(?:人民)?政府$/u, "") : office;
  if (/(?:省|自治区|^(?:北京|上海|天津|重庆)市)$/u.test(place) && isGovernment) return "province-government";
  if (/(?:县|旗|区)$/u.test(place) && isGovernment) return "county-government";
  if (isGovernment) return "city-government";
  return levelOfDepartment(office);
}

function levelOfDepartment(name: string): AgencyLevel {
  if (/^(?:国家|中国|中华人民共和国)/u.test(name)) return "ministry";
  const county = /^.+?(?:县|旗|(?<!自治|地)区)(?!划)/u.test(name);
  if (county) return "county-department";
  // The names of provinces have two to four characters, those of autonomous regions two to seven.
  if (name.slice(2, 5).includes("省") || name.slice(2, 10).includes("自治区")) return "province-department";
  if (/^.+?(?:市|州|盟|地区)/u.test(name)) return "city-department";
  return /部$/u.test(name) ? "ministry" : "unknown";
}

/** True for a people's government, which owes more in its report than a department (条例 Article 50 (四)). */
export function isGovernment(level: AgencyLevel): boolean {
  return level === "county-government" || level === "city-government" || level === "province-government";
}

/** The level a front matter names; undefined for words that name none, and for those that may mean two (市政府). */
export function levelNamed(text: string): AgencyLevel | undefined {
  const letters = lettersOf(text);
  return levels.find(({ name, aliases }) => [name, ...aliases].includes(letters))?.level;
}

/** An agency's level, and whether the front matter says so or only the name. */
export interface ReadLevel {
  readonly level: AgencyLevel;
  readonly isLevelTold: boolean;
}

/**
 * Whether such an agency may make 规章 (立法法 on 部门规章 and 地方政府规章): undefined where nothing tells. The name
 * of a 市 does not tell whether it is divided into districts; who writes 市级政府 says that it is.
 */
export function mayMakeRegulations({ level, isLevelTold }: ReadLevel): boolean | undefined {
  if (level === "ministry" || level === "province-government") return true;
  if (level === "city-government") return isLevelTold ? true : undefined;
  return level === "unknown" ? undefined : false;
}

/** True where a text ends as names of agencies do. */
export function endsLikeAgency(text: string): boolean {
  return /(?:局|委|委员会|办|办公室|办公厅|厅|部|署|政府|办事处|乡|镇|街道|处|室|院|会|中心|管委会|支队|大队|总队|分局|所|站|社|馆|海关)$/u.test(
    text,
  );
}

/**
 * Words without the name of the agency or, of a department, its end (市气象局): 县政府 in the report of a whole county
 * may be the government alone.
 */
export function withoutName(words: string, agency: string, isArea: boolean): string {
  const shortest = isArea ? agency.length : 4;
  for (let from = 0; agency.length - from >= shortest; from += 1) {
    if (words.includes(agency.slice(from))) return words.replaceAll(agency.slice(from), "");
  }
  return words;
}
