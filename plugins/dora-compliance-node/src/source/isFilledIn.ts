/** What people leave in a template that they do not fill in. */
const PLACEHOLDERS = new Set([
  ...['', 'tbd', 'todo', 'tba', 'na', 'none', 'no response', 'xxx', 'wip'],
  ...['fill in', 'please fill in', 'see title', 'see above', 'keine', 'fix'],
  ...['k a', 'entfällt', 'folgt', 'offen', 'n a', 'null', 'test'],
]);

/** Whether a line of a description says something. */
export function isFilledIn(line: string): boolean {
  const isOpenBox = /^\s*[-*+] \[ \]/.test(line);
  const words = line
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  return !isOpenBox && !PLACEHOLDERS.has(words);
}

/** A text without the comments of its template, also if one is not closed. */
export function withoutComments(text: string): string {
  return text
    .split('<!--')
    .map((part, place) => {
      const end = part.indexOf('-->');
      const isComment = place > 0;
      return isComment ? part.slice(end < 0 ? part.length : end + 3) : part;
    })
    .join('');
}
