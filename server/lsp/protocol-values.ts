/**
 * The bundles of the server take this for `vscode-languageserver-types`: of its values, most of them constants and
 * guards for kinds of messages this server never sends, they need these only.
 */
const isText = (value: unknown): boolean => typeof value === "string";

/** A whole number of the protocol, from `least` to the greatest of 32 bits. */
function numbers(least: number) {
  const [MIN_VALUE, MAX_VALUE] = [least, 2 ** 31 - 1];
  return {
    MIN_VALUE,
    MAX_VALUE,
    is: (value: unknown): boolean => typeof value === "number" && MIN_VALUE <= value && value <= MAX_VALUE,
  };
}

export const DocumentUri = { is: isText };
export const URI = { is: isText };
export const integer = numbers(-(2 ** 31));
export const uinteger = numbers(0);
export const WorkspaceFolder = {
  is: (value: unknown): boolean =>
    typeof value === "object" &&
    value !== null &&
    "uri" in value &&
    isText(value.uri) &&
    "name" in value &&
    isText(value.name),
};
export const CodeActionKind = { QuickFix: "quickfix" };
export const CodeActionTriggerKind = { Invoked: 1, Automatic: 2 };
