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
 * Whether a text may hold any of these: one quick look instead of many. What
 * it lets pass holds none, unless its letters are written as escapes.
 */
export const MAY_HOLD_SECRET =
  /gh[pousr]_|github_pat_|\bgl[a-z]{2,5}-|A[KS]IA|xox[a-z]-|AIza|npm_|k_live_|eyJ|PRIVATE KEY|:\/\/[^\s/"@]{0,300}@|(?:pass(?:word|wd|phrase)|secret|[_-]?key|token|authorization)"\s*:\s*"|\\u00/i;
