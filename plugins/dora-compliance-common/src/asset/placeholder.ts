/** Words that stand where somebody did not know what to write, as `toPlain` has them. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  '',
  'asdf',
  'changeme',
  'dummy',
  'fixme',
  'foo',
  'foobar',
  'na',
  'nil',
  'none',
  'noreason',
  'notapplicable',
  'notavailable',
  'notdefined',
  'notknown',
  'null',
  'placeholder',
  'tba',
  'tbc',
  'tbd',
  'tobeannounced',
  'tobeconfirmed',
  'tobedefined',
  'tobedetermined',
  'tobedone',
  'todo',
  'undefined',
  'unknown',
]);

/** A reason with fewer letters and digits explains nothing. */
const SHORTEST_REASON = 8;

/**
 * Whether a text stands for a value that nobody gave, such as `x`, `tbd`, `n/a`
 * or `-`.
 *
 * @public
 */
export function isPlaceholder(text: string): boolean {
  return (
    isPlaceholderWord(text) || text.trim().split(/\s+/).every(isPlaceholderWord)
  );
}

/**
 * Whether a text can be a reason: it is no placeholder, and long enough to say
 * something.
 *
 * @public
 */
export function isReason(text: string): boolean {
  return !isPlaceholder(text) && toPlain(text).length >= SHORTEST_REASON;
}

function isPlaceholderWord(text: string): boolean {
  const plain = toPlain(text);
  const isOneLetterRepeated =
    new Set(plain).size === 1 && /^[a-z0-9]/.test(plain);
  return PLACEHOLDERS.has(plain) || isOneLetterRepeated;
}

/** The letters and digits of a text. */
function toPlain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
