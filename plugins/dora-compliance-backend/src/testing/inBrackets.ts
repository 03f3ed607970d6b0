import {
  english,
  explain,
  type Language,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';

const OPEN = '⟦';
const CLOSE = '⟧';

/** A language of tests: English with each sentence in brackets. */
const brackets: Language = { ...bracketed(english), tag: english.tag };

export const inBrackets = explain(brackets);

function bracketed<T>(of: T): T;
function bracketed(of: unknown): unknown {
  switch (typeof of) {
    case 'string':
      return `${OPEN}${of}${CLOSE}`;
    case 'function':
      return (...args: unknown[]) => bracketed(of(...args));
    case 'object':
      return Object.fromEntries(
        Object.entries(of ?? {}).map(([key, value]) => [key, bracketed(value)]),
      );
    default:
      return of;
  }
}

/** Texts in a view by their path, such as `areas.controls.reason.sentence`. */
function textsIn(view: unknown, path = ''): [path: string, text: string][] {
  if (typeof view === 'string') {
    return [[path, view]];
  }
  if (Array.isArray(view)) {
    return view.flatMap(item => textsIn(item, path));
  }
  return typeof view === 'object' && view !== null
    ? Object.entries(view).flatMap(([key, value]) =>
        textsIn(value, path ? `${path}.${key}` : key),
      )
    : [];
}

/** Where a view has sentences of the language, and those put together elsewhere. */
export function sentencesIn(view: unknown) {
  const texts = textsIn(view);
  const isInside = (text: string) =>
    text.startsWith(OPEN) && text.endsWith(CLOSE);
  const paths = texts.flatMap(([path, text]) => (isInside(text) ? path : []));
  return {
    paths: [...new Set(paths)].sort(),
    // Data of these tests has no two words in a row.
    foreign: texts.filter(
      ([, text]) =>
        !isInside(text) && (/\p{L} +\p{L}/u.test(text) || text.includes(OPEN)),
    ),
  };
}
