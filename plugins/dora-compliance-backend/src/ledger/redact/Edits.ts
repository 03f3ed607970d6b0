import type { Redaction } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** A piece of a text and its replacement. */
type Edit = {
  start: number;
  end: number;
  text: string;
  pointer: string;
  rules: readonly string[];
};

/** At most this many places are listed one by one. */
const MOST = 10_000;

/** The pieces to redact in a text, in any order. */
export class Edits {
  readonly #edits: Edit[] = [];

  /** Redacts a piece; pieces within it need not be redacted as well. */
  add(edit: Omit<Edit, 'pointer'>, pointer: () => string): void {
    const isTold = this.#edits.length < MOST;
    this.#edits.push({ ...edit, pointer: isTold ? pointer() : '' });
  }

  /** The redacted text, and the places that were redacted. */
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

  /**
   * A piece that contains others sorts before them; of equal pieces the last
   * one.
   */
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
