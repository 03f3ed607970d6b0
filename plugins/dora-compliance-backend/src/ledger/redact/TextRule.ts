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
