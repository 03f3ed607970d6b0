/** A word of a line, and the column at which it begins, from 1. */
type OwnerWord = { readonly text: string; readonly column: number };

/**
 * The pattern of a line and its owners. Spaces in a pattern are escaped. What follows
 * `#` at the beginning of a word is a comment.
 */
export function splitOwnerLine(line: string): OwnerWord[] {
  const words = [...line.matchAll(/(?:\\.|[^\s\\])+/g)].map(found => ({
    text: found[0],
    column: found.index + 1,
  }));
  const comment = words.findIndex(({ text }) => text.startsWith('#'));
  return comment < 0 ? words : words.slice(0, comment);
}
