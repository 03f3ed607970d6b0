/** A part of a text: where it begins, and one past its end. */
export type Span = { start: number; end: number };

/**
 * Something that is redacted in strings, and how to find it. A pattern reads a
 * bounded number of characters before and after a place, so that strings can be
 * read in pieces; anything else has a function that reads each character a
 * fixed number of times.
 */
export type TextRule = {
  name: string;
  /** Whether a match is a secret; true if absent. */
  judge?: (found: string) => boolean;
  /** The rule applies only to strings with this word. */
  within?: string;
} & (
  | { pattern: RegExp; find?: undefined }
  /** The first match that begins at a place or after it. */
  | {
      pattern?: undefined;
      find: (text: string, from: number) => Span | undefined;
    }
);
