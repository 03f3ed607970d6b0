/**
 * Names characters that turn the direction of a text, such as `[U+202E]`. Names in
 * evidence come from others: with such a character, a sentence would be shown in
 * another order than it is written.
 */
export function nameMarks(text: string): string {
  return text.replace(/\p{Bidi_Control}/gu, mark => {
    const code = mark.codePointAt(0)!.toString(16).toUpperCase();
    return `[U+${code.padStart(4, '0')}]`;
  });
}
