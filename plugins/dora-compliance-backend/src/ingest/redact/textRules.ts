import { secretForms } from './secretForms';
import { secretPlaces } from './secretPlaces';

/** Something that is taken out of texts, and how it is found. */
export type TextRule = {
  name: string;
  /** What is taken out, and nothing around it. */
  pattern: RegExp;
  /** Whether what the pattern finds is a secret; it is when absent. */
  judge?: (found: string) => boolean;
  /** The rule says nothing about texts without this word. */
  within?: string;
};

/** All rules about secrets in texts, in the order they are applied. */
export const secretRules: readonly TextRule[] = [
  ...secretForms,
  ...secretPlaces,
];

/** What stands in place of something that was taken out. */
export type Mark = (rule: string, removed: string) => string;

/** The mark that readers are shown. */
export const namedMark: Mark = rule => `[redacted: ${rule}]`;

const MARK = /^\[redacted: [a-z-]{1,40}\]$/;

/** Whether all of a value was taken out before. */
export function isMark(value: string): boolean {
  return value.length < 60 && MARK.test(value);
}

/** A text without what rules find, and the names of those that found any. */
export function applyRules(
  text: string,
  rules: readonly TextRule[],
  mark: Mark,
): { text: string; rules: string[] } {
  const hit = new Set<string>();
  let kept = text;
  for (const { name, pattern, judge, within } of rules) {
    if (within === undefined || kept.includes(within)) {
      kept = kept.replace(pattern, found => {
        if (judge && !judge(found)) {
          return found;
        }
        hit.add(name);
        return mark(name, found);
      });
    }
  }
  return { text: kept, rules: [...hit] };
}
