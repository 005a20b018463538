import type { Note } from "../form/form.ts";

/** A note as paragraphs: what it says, what it rests on, and practice. */
export function noteParts(note: Note): readonly string[] {
  return [note.text, ...(note.basis === undefined ? [] : [`依据：${note.basis}`]), ...guidanceParts(note)];
}

/** Practice is named as such and never passed off as law. */
export function guidanceParts({ guidance }: Note): readonly string[] {
  return guidance === undefined ? [] : [`实务提示（非规定）：${guidance}`];
}
