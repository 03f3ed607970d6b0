/** A word of a line, and the column at which it begins, from 1. */
type OwnerWord = { readonly text: string; readonly column: number };

/** The pattern of a line and what follows it. Spaces in a pattern are escaped. */
export function splitOwnerLine(line: string): OwnerWord[] {
  return [...line.matchAll(/(?:\\.|[^\s\\])+/g)].map(found => ({
    text: found[0],
    column: found.index + 1,
  }));
}
