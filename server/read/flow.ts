import type { Box, Grid, GridRow, Outline, OutlineBlock, Prose } from "./outline.ts";

/** An outline with a text of its own, for sources whose bytes are not the text one sees. */
export interface Flow {
  readonly text: string;
  readonly outline: Outline;
}

/** Writes the visible text of some blocks one after the other and gives the blocks their places in it. */
export function flowOf(blocks: readonly OutlineBlock[]): Flow {
  const writer = new Writer();
  const placed = blocks.map((block): OutlineBlock => {
    if (block.kind === "grid") return writer.grid(block);
    const prose = writer.prose(block.text);
    writer.add("\n");
    return block.kind === "heading" ? { ...block, ...prose, whole: prose.span } : { ...block, ...prose };
  });
  return { text: writer.text, outline: { blocks: placed, comments: [] } };
}

class Writer {
  text = "";

  add(text: string): void {
    this.text += text;
  }

  prose(text: string): Prose {
    const start = this.text.length;
    this.add(text);
    return { text, span: { start, end: Math.max(start + text.length, start) }, runs: [{ at: 0, start }] };
  }

  /** A row to a line, tabs between cells; what a merged cell repeats stands where the cell does. */
  grid({ rows, ...rest }: Grid): Grid {
    const start = this.text.length;
    const own = new Map<string, Box>();
    const placed = rows.map((row): GridRow => {
      const from = this.text.length;
      const boxes = row.boxes.map((box) => this.box(box, own));
      const span = { start: from, end: this.text.length };
      this.add("\n");
      return { span, boxes };
    });
    return { ...rest, rows: placed, span: { start, end: this.text.length } };
  }

  box({ text, span, merged }: Box, own: Map<string, Box>): Box {
    const key = `${span.start}-${span.end}`;
    const before = own.get(key);
    if (merged === true && before !== undefined) return { ...before, merged };
    const prose = this.prose(text);
    this.add("\t");
    const placed = {
      ...prose,
      span: text === "" ? { start: prose.span.start, end: prose.span.start + 1 } : prose.span,
    };
    own.set(key, { ...placed, inner: prose.span });
    return { ...placed, inner: prose.span };
  }
}

/** A box of a table without places: its span, `place` counting from 1, names it and nothing else until it flows. */
export function namedBox(text: string, table: number, place: number): Box {
  const span = { start: table, end: table + place };
  return { text, span, runs: [], inner: span };
}
