/** The formats a report is exported in, by the ending of the file. */
export const formats = ["docx", "html", "json", "xlsx", "md"] as const;

export type Format = (typeof formats)[number];

/** The format a file's name asks for; undefined where it is none of them. */
export function formatOf(path: string): Format | undefined {
  return formats.find((format) => path.toLowerCase().endsWith(`.${format}`));
}
