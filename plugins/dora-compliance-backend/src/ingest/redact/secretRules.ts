/** What a secret looks like wherever it stands. */
export type SecretRule = { name: string; pattern: RegExp };

/**
 * Forms of credentials that are secrets by themselves. Their prefixes are
 * those the issuers document, so that nothing else is taken for one.
 */
export const secretRules: readonly SecretRule[] = [
  {
    name: 'github-token',
    pattern: /\b(?:gh[pousr]_\w{36,255}|github_pat_\w{22,255})\b/g,
  },
  {
    name: 'gitlab-token',
    pattern: /\bgl(?:pat|oas|dt|rt|cbt|ptt|ft|imt|agent|soat)-[\w-]{20,}/g,
  },
  { name: 'aws-access-key', pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g },
  { name: 'slack-token', pattern: /\bxox[abeoprs]-[\w-]{10,}/g },
  { name: 'google-api-key', pattern: /\bAIza[\w-]{35}\b/g },
  { name: 'npm-token', pattern: /\bnpm_[A-Za-z0-9]{36}\b/g },
  { name: 'stripe-key', pattern: /\b[rs]k_live_[A-Za-z0-9]{16,}\b/g },
  {
    name: 'json-web-token',
    pattern: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/g,
  },
  {
    name: 'private-key',
    pattern:
      /-----BEGIN (?:[A-Z ]+ )?PRIVATE KEY-----[\s\S]*?(?:-----END (?:[A-Z ]+ )?PRIVATE KEY-----|$)/g,
  },
  {
    name: 'credentials-in-url',
    pattern:
      /(?<=\b[a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/:@"]{0,100}:[^\s/@"]{1,200}(?=@)/gi,
  },
];

/** Names whose values are secrets whatever they look like. */
export const SECRET_NAME =
  /^(?:.*[_-])?(?:password|passwd|passphrase|secret|private[_-]?key|api[_-]?key|access[_-]?token|refresh[_-]?token|auth[_-]?token|client[_-]?secret|authorization)$|^token$/i;

/**
 * How secrets by form begin, and how JSON writes letters it hides. A word may
 * begin after the letter of an escape, so that `\b` says nothing here.
 */
const FORM =
  /gh[pousr]_|github_pat_|gl(?:pat|oas|dt|rt|cbt|ptt|ft|imt|agent|soat)-|A[KS]IA|xox[a-z]-|AIza|npm_|k_live_|eyJ|PRIVATE KEY|\\u00/;

/** A name that ends as those of secrets do, with a text as its value. */
const NAMED =
  /(?<=pass(?:word|wd|phrase)|secret|key|token|authorization)"\s*:\s*"/i;

/** The beginning of an address up to its host, slashes escaped or not. */
const ADDRESS = /:\\?\/\\?\/[^\s/"@]*$/;

/** Name and password before the host of an address, with their escapes. */
const LONGEST = 700;

/**
 * Whether a JSON text may hold any of these: a few quick looks instead of
 * many thorough ones. What they let pass holds none.
 */
export function mayHoldSecret(text: string): boolean {
  return FORM.test(text) || NAMED.test(text) || hasCredentials(text);
}

function hasCredentials(text: string): boolean {
  let from = 0;
  let at = text.indexOf('@');
  while (at >= 0) {
    // None goes across another `@`, so that each letter is looked at once.
    if (ADDRESS.test(text.slice(Math.max(from, at - LONGEST), at))) {
      return true;
    }
    from = at + 1;
    at = text.indexOf('@', from);
  }
  return false;
}
