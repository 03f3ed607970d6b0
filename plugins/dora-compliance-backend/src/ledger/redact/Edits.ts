import type { Redaction } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** A piece of a text that gives way to another. */
export type Edit = {
  start: number;
  end: number;
  text: string;
  pointer: string;
  rules: readonly string[];
};

/** So many places are told one by one; a text that has more has no reader. */
const MOST = 10_000;

/** What is taken out of a text, in any order. */
export class Edits {
  readonly #edits: Edit[] = [];

  /** Takes out a piece; what lies within it needn't be taken out as well. */
  add(edit: Omit<Edit, 'pointer'>, pointer: () => string): void {
    const isTold = this.#edits.length < MOST;
    this.#edits.push({ ...edit, pointer: isTold ? pointer() : '' });
  }

  /** The text without these pieces, and what was taken out where. */
  applyTo(text: string): { text: string; redactions: Redaction[] } {
    if (this.#edits.length === 0) {
      return { text, redactions: [] };
    }
    const pieces: string[] = [];
    const redactions: Redaction[] = [];
    const untold = new Set<string>();
    let copied = 0;
    for (const edit of this.#inOrder()) {
      if (edit.start >= copied) {
        pieces.push(text.slice(copied, edit.start), edit.text);
        copied = edit.end;
        for (const rule of edit.rules) {
          if (redactions.length < MOST) {
            redactions.push({ pointer: edit.pointer, rule });
          } else {
            untold.add(rule);
          }
        }
      }
    }
    pieces.push(text.slice(copied));
    redactions.push(...[...untold].map(rule => ({ pointer: '', rule })));
    return { text: pieces.join(''), redactions };
  }

  /** What holds others comes before them; of the same piece the last one. */
  #inOrder(): Edit[] {
    return this.#edits
      .map((edit, index) => ({ edit, index }))
      .sort(
        (a, b) =>
          a.edit.start - b.edit.start ||
          b.edit.end - a.edit.end ||
          b.index - a.index,
      )
      .map(({ edit }) => edit);
  }
}
