/** Words that say by themselves that what stands under a name is secret. */
const SECRET_WORD =
  /^(?:passw(?:or)?d|passphrase|pwd|secret|token|authorization|cookie)$/;

/** Words that say it when others stand before them. */
const SECRET_AFTER_OTHERS = /^(?:pass|pat)$/;

/** Names written in one word. */
const IN_ONE_WORD =
  /(?:password|passwd|passphrase|secret|apikey|accesskey|privatekey|secretkey|connectionstring|(?:access|api|auth|refresh|user|bot)token)$/;

/** What keys are secret; those of repositories, groups and caches are not. */
const SECRET_KEY =
  /^(?:private|api|access|secret|encryption|signing|account|storage|master|shared|subscription)$/;

/** Tokens that only say where a list goes on. */
const PLACE_IN_LIST = /^(?:continuation|page|next|sync)$/;

/** No name of a field is longer to the part that matters. */
const LONGEST = 80;

/**
 * How names of secrets end. They are what `isSecretName` takes for one and
 * some more, so that a quick look misses none.
 */
const ENDING = String.raw`(?:pass(?:w(?:or)?d|phrase)?|pwd|pat|secret|token|authorization|cookie|connection[\s_.-]?string|(?:private|api|access|secret|encryption|signing|account|storage|master|shared|subscription)[\s_.-]?key)`;

/** A name of JSON, and one of JSON that is a text in JSON. */
const NAME = new RegExp(String.raw`(?<=${ENDING}[\s_.\d-]?)"[\s:]`, 'i');
const NAME_WITHIN = new RegExp(
  String.raw`(?<=${ENDING}[\s_.\d-]?\\{1,8})"[\s:]`,
  'i',
);

/** A text of JSON, or one within it, that ends like such a name. */
const NAME_OR_VALUE = new RegExp(
  String.raw`(?<=${ENDING}[\s_.\d-]?\\{0,8})"`,
  'i',
);

/**
 * Whether a JSON text has a member `value`. Elsewhere than beside one a text
 * that ends like a name of a secret names nothing.
 */
export function tellsValues(json: string): boolean {
  return json.includes('value') || json.includes('Value');
}

/** Whether a piece of JSON may have a name of a secret; misses none. */
export function mayHoldSecretName(piece: string, withValues: boolean): boolean {
  return withValues
    ? NAME_OR_VALUE.test(piece)
    : NAME.test(piece) || (piece.includes('\\"') && NAME_WITHIN.test(piece));
}

/** What was found of names; the same ones come over and over. */
const known = new Map<string, boolean>();
const MOST_KNOWN = 2000;

/** Whether what stands under a name is secret whatever it looks like. */
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
 * The words of a name in `camelCase`, `snake_case`, `kebab-case` or with
 * dots, in small letters and without a number at the end.
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
