/** Words that by themselves mark the value of a name as secret. */
const SECRET_WORD =
  /^(?:passw(?:or)?d|passphrase|pwd|secret|token|authorization|cookie)$/;

/** Words that do so after certain other words. */
const SECRET_AFTER_OTHERS = /^(?:pass|pat)$/;

/** Names written in one word. */
const IN_ONE_WORD =
  /(?:password|passwd|passphrase|secret|apikey|accesskey|privatekey|secretkey|connectionstring|(?:access|api|auth|refresh|user|bot)token)$/;

/** Which keys are secret; those of repositories, groups and caches are not. */
const SECRET_KEY =
  /^(?:private|api|access|secret|encryption|signing|account|storage|master|shared|subscription)$/;

/** Tokens that only say where a list resumes. */
const PLACE_IN_LIST = /^(?:continuation|page|next|sync)$/;

/** The part of a name that matters is no longer than this. */
const LONGEST = 80;

/**
 * How names of secrets end: those that `isSecretName` accepts and some more, so
 * that a quick check has no false negatives.
 */
const ENDING = String.raw`(?:pass(?:w(?:or)?d|phrase)?|pwd|pat|secret|token|authorization|cookie|connection[\s_.-]?string|(?:private|api|access|secret|encryption|signing|account|storage|master|shared|subscription)[\s_.-]?key)`;

/** A name of JSON, and one of JSON in a string. */
const NAME = new RegExp(String.raw`(?<=${ENDING}[\s_.\d-]?)"[\s:]`, 'i');
const NAME_WITHIN = new RegExp(
  String.raw`(?<=${ENDING}[\s_.\d-]?\\{1,8})"[\s:]`,
  'i',
);

/** A string of JSON, or one within it, that ends like such a name. */
const NAME_OR_VALUE = new RegExp(
  String.raw`(?<=${ENDING}[\s_.\d-]?\\{0,8})"`,
  'i',
);

/**
 * Whether a JSON text has a member `value`. A string that ends like the name of
 * a secret matters only beside such a member.
 */
export function tellsValues(json: string): boolean {
  return json.includes('value') || json.includes('Value');
}

/**
 * Whether a piece of JSON may have the name of a secret; no false negatives.
 */
export function mayHoldSecretName(piece: string, withValues: boolean): boolean {
  return withValues
    ? NAME_OR_VALUE.test(piece)
    : NAME.test(piece) || (piece.includes('\\"') && NAME_WITHIN.test(piece));
}

/** A cache of results for names; the same ones recur. */
const known = new Map<string, boolean>();
const MOST_KNOWN = 2000;

/** Whether the value of a name is secret whatever it looks like. */
export function isSecretName(name: string): boolean {
  const before = known.get(name);
  if (before !== undefined) {
    return before;
  }
  const found = endsLikeSecret(name);
  if (name.length <= LONGEST) {
    if (known.size >= MOST_KNOWN) {
      known.clear();
    }
    known.set(name, found);
  }
  return found;
}

function endsLikeSecret(name: string): boolean {
  if (!NAME_OR_VALUE.test(`${name.slice(-LONGEST)}"`)) {
    return false;
  }
  const words = splitWords(name.slice(-LONGEST));
  const last = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  if (last === 'token' && PLACE_IN_LIST.test(before)) {
    return false;
  }
  return (
    SECRET_WORD.test(last) ||
    IN_ONE_WORD.test(last) ||
    (last === 'key' && SECRET_KEY.test(before)) ||
    (last === 'string' && before === 'connection') ||
    (before !== '' && SECRET_AFTER_OTHERS.test(last))
  );
}

/**
 * The words of a name in `camelCase`, `snake_case`, `kebab-case` or with dots,
 * in lower case and without a number at the end.
 */
export function splitWords(name: string): string[] {
  return name
    .replace(/[\s_.\d-]$/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '');
}
