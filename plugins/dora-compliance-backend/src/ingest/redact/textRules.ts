import { secretForms } from './secretForms';
import { secretPlaces } from './secretPlaces';

/** A part of a text: where it begins, and one past its end. */
export type Span = { start: number; end: number };

/**
 * Something that is taken out of texts, and how it is found. A pattern reads
 * a bounded number of characters before and after the place it is tried at,
 * so that texts can be read in pieces; what isn't like that has a finder that
 * reads each character a fixed number of times.
 */
export type TextRule = {
  name: string;
  /** Whether what is found is a secret; it is when absent. */
  judge?: (found: string) => boolean;
  /** The rule says nothing about texts without this word. */
  within?: string;
} & (
  | { pattern: RegExp; find?: undefined }
  /** The first one that begins at a place or behind it. */
  | {
      pattern?: undefined;
      find: (text: string, from: number) => Span | undefined;
    }
);

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
