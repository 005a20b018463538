const FOLDER = "https://github.com/nianbao/nianbao/blob/main/test/rules";

/** Address of the page that documents a rule. */
export function rulePage(id: string): string {
  return `${FOLDER}/${id}.md`;
}
