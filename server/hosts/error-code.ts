/** The code of an error of the operating system or of Node, such as `EPIPE`; undefined for any other. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
