import { findJsonWebToken } from './findJsonWebToken';
import { findPrivateKey } from './findPrivateKey';
import { serviceTokens } from './serviceTokens';
import type { TextRule } from './TextRule';

/**
 * Forms of credentials that are always secret. Their prefixes are those that
 * the issuers document, so that nothing else matches.
 */
export const secretForms: readonly TextRule[] = [
  {
    name: 'github-token',
    pattern: /\b(?:gh[pousr]_\w{36,255}|github_pat_\w{22,255})\b/g,
  },
  {
    name: 'gitlab-token',
    pattern:
      /\b(?:gl(?:pat|oas|dt|rtr?|cbt|ptt|ft|imt|agent|soat|wt|ffct)-[\w-]{20,}|GR1348941[\w-]{20,})/g,
  },
  { name: 'aws-access-key', pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g },
  { name: 'slack-token', pattern: /\bxox[a-z]-[\w-]{10,}/g },
  { name: 'google-api-key', pattern: /\bAIza[\w-]{35}\b/g },
  { name: 'npm-token', pattern: /\bnpm_[A-Za-z0-9]{36}\b/g },
  { name: 'stripe-key', pattern: /\b[rs]k_live_[A-Za-z0-9]{16,}/g },
  { name: 'json-web-token', find: findJsonWebToken },
  { name: 'private-key', find: findPrivateKey },
  {
    name: 'azure-devops-token',
    pattern: /\b[A-Za-z0-9]{75,76}AZDO[A-Za-z0-9]{4,5}\b/g,
  },
  {
    // Older tokens have no prefix: 32 bytes in base32.
    name: 'azure-devops-token',
    pattern: /(?<![\w+/=-])[a-z2-7]{52}(?![\w+/=-])/g,
    judge: found => /[2-7]/.test(found) && /[a-z]/.test(found),
  },
  ...serviceTokens,
];

/**
 * How secrets by form begin, or a part of that: one pattern of rare letters is
 * faster than several searches.
 */
const BEGINNING =
  /gh[pousr]_|gl[a-z]{2,6}-|github_pat_|npm_|xox[a-z]-|k_live|eyJ|A[KS]IA|AIza|k-(?:an|pr|sv|ad)|api[0-9a-f]{5}|kr_[op]at|gd_|lsa_|hf_|n_[ao][pa]|SG\.|hp(?:at|ca|pa|ss)_|key-/;

/** What the others contain. */
const WITHIN = ['AZDO', 'GR1348941', 'PRIVATE KEY'];

/** Whether a text may have a secret by form; quick, without false negatives. */
export function mayHoldForm(text: string): boolean {
  return (
    BEGINNING.test(text) ||
    WITHIN.some(part => text.includes(part)) ||
    hasLongRun(text)
  );
}

const RUN = 52;

/**
 * Whether the text has a run of base32 letters as long as an old token. Such a
 * run can't lie between two places this far apart, so that only these and the
 * text around them are checked.
 */
function hasLongRun(text: string): boolean {
  for (let at = RUN - 1; at < text.length; at += RUN) {
    if (isOfRun(text.charCodeAt(at)) && isAmidRun(text, at)) {
      let start = at;
      while (at - start < RUN && isOfRun(text.charCodeAt(start - 1))) {
        start -= 1;
      }
      let end = at + 1;
      while (end - start < RUN && isOfRun(text.charCodeAt(end))) {
        end += 1;
      }
      if (end - start >= RUN) {
        return true;
      }
    }
  }
  return false;
}

/** Whether the letters halfway before or after belong to a run, too. */
function isAmidRun(text: string, at: number): boolean {
  return (
    (isOfRun(text.charCodeAt(at - 13)) && isOfRun(text.charCodeAt(at - 25))) ||
    (isOfRun(text.charCodeAt(at + 13)) && isOfRun(text.charCodeAt(at + 26)))
  );
}

/** Whether a code is one of `a` to `z` or `2` to `7`. */
function isOfRun(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 50 && code <= 55);
}
