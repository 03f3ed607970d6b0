import { readString, scanJson } from './JsonScanner';

/** How the escape of a surrogate begins: nearly no text has one. */
const SURROGATES = ['\\ud', '\\uD'];

/** A pair, half of one, or any other escape; in this order. */
const ESCAPES =
  /\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\u[dD][89a-fA-F][\da-fA-F]{2}|\\[^]/g;

/** Half of a pair; a whole one is a single character to `u`. */
const HALVES = /\p{Cs}/gu;

/** More places are not told: each may have a long pointer. */
const MOST = 1000;

/** More places are only counted. */
const SHOWN = 5;

/** As long as an escape of half a pair, and no longer. */
const REPLACEMENT = '\\ufffd';

/**
 * A JSON text in which no string has half of a surrogate pair, which is no
 * character: canonical JSON can't say it, and no database keeps it. Each half
 * is replaced by U+FFFD, as decoders of UTF-8 do. Answers the places, too, as
 * JSON pointers, each at most once, and a thousand of them at most.
 */
export function withoutLoneSurrogates(text: string): {
  text: string;
  places: string[];
} {
  if (!SURROGATES.some(escape => text.includes(escape))) {
    return { text, places: [] };
  }
  const places = new Set<string>();
  const note = (value: string, pointer: () => string) => {
    if (places.size < MOST && isBroken(value)) {
      places.add(pointer());
    }
  };
  scanJson(text, {
    name(name, _known, pointer) {
      note(name, pointer);
    },
    string({ start, end, pointer }) {
      note(readString(text, start, end), pointer);
    },
  });
  return {
    text: places.size > 0 ? text.replace(ESCAPES, wellFormed) : text,
    places: [...places].map(place => place.replace(HALVES, '\ufffd')),
  };
}

function isBroken(text: string): boolean {
  return text.search(HALVES) >= 0;
}

function wellFormed(escape: string): string {
  return escape.length === REPLACEMENT.length ? REPLACEMENT : escape;
}

/** The first few of such places, and how many there are beside them. */
export function listPlaces(places: readonly string[]) {
  return {
    places: places.slice(0, SHOWN).join(', '),
    ...(places.length > SHOWN && { more: places.length - SHOWN }),
    ...(places.length >= MOST && { isLeast: 1 }),
  };
}
