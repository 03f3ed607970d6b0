/** What stands in place of something that was taken out. */
export type Mark = (rule: string, removed: string) => string;

/** The mark that readers are shown. */
export const namedMark: Mark = rule => `[redacted: ${rule}]`;

const MARK = /^\[redacted: [a-z-]{1,40}\]$/;

/** Whether all of a value was taken out before. */
export function isMark(value: string): boolean {
  return value.length < 60 && MARK.test(value);
}
