import { readString, scanJson } from './JsonScanner';

/** How the escape of a surrogate begins; few texts have one. */
const SURROGATES = ['\\ud', '\\uD'];

/** A pair, a lone surrogate, or any other escape; in this order. */
const ESCAPES =
  /\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\u[dD][89a-fA-F][\da-fA-F]{2}|\\[^]/g;

/** A lone surrogate; with the flag `u`, a pair is a single character. */
const HALVES = /\p{Cs}/gu;

/** More places are not listed: each may have a long pointer. */
const MOST = 1000;

/** More places are only counted. */
const SHOWN = 5;

/** As long as an escape of a surrogate. */
const REPLACEMENT = '\\ufffd';

/**
 * A JSON text without lone surrogates, which are no characters: canonical JSON
 * can't represent them, and no database stores them. Each is replaced by
 * U+FFFD, as UTF-8 decoders do. Also returns the places as JSON pointers, each
 * at most once, and a thousand at most.
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

/** The first few places, and how many more there are. */
export function listPlaces(places: readonly string[]) {
  return {
    places: places.slice(0, SHOWN).join(', '),
    ...(places.length > SHOWN && { more: places.length - SHOWN }),
    ...(places.length >= MOST && { isLeast: 1 }),
  };
}
