/** What replaces redacted text. */
export type Mark = (rule: string, removed: string) => string;

/** The mark that readers see. */
export const namedMark: Mark = rule => `[redacted: ${rule}]`;

const MARK = /^\[redacted: [a-z-]{1,40}\]$/;

/** Whether all of a value was redacted before. */
export function isMark(value: string): boolean {
  return value.length < 60 && MARK.test(value);
}
