import type { TextRule } from './TextRule';

/** Secrets that are found by the text before them. */
export const secretPlaces: readonly TextRule[] = [
  {
    name: 'credentials-in-url',
    pattern:
      /(?<=\b[a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/:@"]{0,100}:(?!\d{1,5}(?:[^\d@]|$))(?:[^\s@"?#]{1,200}|[^\s/@"]{1,200})(?:@[^\s@/"?#]{1,200}){0,3}(?=@(?!sha\d{3}:))/gi,
    judge: found => !isPlaceholder(found),
  },
  {
    // An account of Azure DevOps is before the host and after it.
    name: 'credentials-in-url',
    pattern:
      /(?<=\bhttps?:\/\/)([\w-]{12,255}):?(?=@(?!dev\.azure\.com\/\1\/))/gi,
    judge: looksRandom,
  },
  {
    name: 'secret-in-query',
    pattern:
      /(?<=(?:^|[?&;]\s?)(?!page|next|continuation)(?:[\w-]{1,40}[_-])?(?:\w{0,10}token|secret|passw(?:or)?d|pwd|passphrase|(?:api|access|account|sharedaccess)[_-]?key|sig|signature)=)[^\s&;"'<>#$*{[(][^\s&;"'<>#]{0,4000}/gi,
  },
  {
    name: 'secret-assignment',
    pattern:
      /(?<=\b[A-Z0-9_]{0,60}(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|(?:API|ACCESS|PRIVATE|SECRET)_?KEY)=["']?)[^\s"'<>$*{[(&;][^\s"'<>&;]{3,4000}/g,
  },
  {
    name: 'authorization-header',
    pattern:
      /(?<=\bauthorization["']? ?[:=] {0,5}["']?(?:basic|bearer|token|apikey) {1,5})[\w.~+/=:-]{4,}/gi,
  },
  {
    name: 'authorization-header',
    pattern:
      /(?<=\b(?:authorization|private-token|job-token|deploy-token|x-api-key)["']? ?: {1,5}["']?)(?=[\w.~+/=-]{0,4000}\d)[\w.~+/=-]{16,}/gi,
  },
  {
    name: 'authorization-header',
    pattern: /(?<=\bbearer {1,5})(?=[\w.~+/=-]{0,4000}\d)[\w.~+/=-]{16,}/gi,
  },
  {
    name: 'curl-credentials',
    pattern:
      /(?<=\s(?:-u|--user|--proxy-user)[\s=]{1,3}["']?)(?!\d{1,100}:\d{1,200}\b)[^\s:"'$]{1,100}:[^\s"'$]{1,200}/g,
    within: 'curl',
  },
];

/** Placeholders for a name and a password in examples of addresses. */
const PLACEHOLDER =
  /^(?:user(?:name)?|login):(?:password|passwd|pass|pwd|secret|token)$/i;

function isPlaceholder(credentials: string): boolean {
  return PLACEHOLDER.test(credentials);
}

/**
 * Whether the text before a host is a token, and not the name of an account.
 */
function looksRandom(found: string): boolean {
  const digits = found.length - found.replace(/\d/g, '').length;
  return /[a-z]/i.test(found) && digits >= (found.length < 20 ? 3 : 1);
}

/** Parts of texts that every secret in a command comes with. */
const COMMANDS = [' -u', ' --user', ' --proxy-user'];

/** What comes before the space in front of a secret in a header. */
const BEFORE_SPACE =
  /(?:basic|bearer|token|apikey|(?:authorization|-token|x-api-key)[\\"']{0,8} ?:)$/i;

/** Names of secret values in queries, forms and shells. */
const ASSIGNED =
  /(?:token|secret|passw(?:or)?d|pwd|passphrase|key|sig|signature)$/i;

/**
 * Whether a text may have a secret by place; quick, without false negatives.
 */
export function mayHoldPlace(text: string): boolean {
  return (
    hasAddress(text) ||
    hasAssignment(text) ||
    COMMANDS.some(part => text.includes(part)) ||
    hasHeader(text)
  );
}

/** The last letters of these, as codes. */
const BEFORE: ReadonlySet<number> = new Set(
  [...'cCrRnNyY:'].map(letter => letter.charCodeAt(0)),
);

function hasHeader(text: string): boolean {
  let at = text.indexOf(' ');
  while (at >= 0) {
    if (
      BEFORE.has(text.charCodeAt(at - 1)) &&
      BEFORE_SPACE.test(text.slice(Math.max(0, at - 24), at))
    ) {
      return true;
    }
    at = text.indexOf(' ', at + 1);
  }
  return false;
}

/** The last letters of names that values are assigned to. */
const LAST = /[nteydg]/i;

function hasAssignment(text: string): boolean {
  let at = text.indexOf('=');
  while (at >= 0) {
    if (
      LAST.test(text.charAt(at - 1)) &&
      ASSIGNED.test(text.slice(Math.max(0, at - 12), at))
    ) {
      return true;
    }
    at = text.indexOf('=', at + 1);
  }
  return false;
}

/** Name and password before the host of an address, with their escapes. */
const LONGEST = 1500;

/** The beginning of an address, with slashes escaped or not. */
const ADDRESS = /:\\{0,8}\/\\{0,8}\//;

function hasAddress(text: string): boolean {
  let from = 0;
  let at = text.indexOf('@');
  while (at >= 0) {
    // None goes across another `@`, so that each letter is read once.
    const start = startOfWord(text, at, Math.max(from, at - LONGEST));
    if (at - start > 3 && ADDRESS.test(text.slice(start, at))) {
      return true;
    }
    from = at + 1;
    at = text.indexOf('@', from);
  }
  return false;
}

/**
 * Where the run of letters before a place begins, without white space or
 * quotes.
 */
function startOfWord(text: string, at: number, least: number): number {
  let start = at;
  while (start > least && !isBetweenWords(text.charCodeAt(start - 1))) {
    start -= 1;
  }
  return start;
}

function isBetweenWords(code: number): boolean {
  return code <= 0x20 || code === 0x22;
}
