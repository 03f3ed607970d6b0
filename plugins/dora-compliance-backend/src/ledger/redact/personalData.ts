import { nearestName } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { splitWords } from './secretNames';
import type { TextRule } from './TextRule';

/** Which personal data an installation doesn't keep. */
export type PersonalData = {
  /** Whether what stands under a name is such. */
  isUnder(name: string): boolean;
  /** What of it is found in texts. */
  inTexts: readonly TextRule[];
};

/**
 * Addresses in texts. What stands before the host in an address of the web or
 * of a repository (`git@host:group/project`) is none.
 */
const addresses: TextRule = {
  name: 'personal-data',
  pattern:
    /(?<![^\s@<>()[\]{}",;:|=?&'`])[^\s@<>()[\]{}",;:/\\|=?&'`]{1,64}(?:\[bot\])?(?:@|%40)(?!\d{1,64}\.\d)(?:[\p{L}\p{N}-]{1,63}\.){1,8}(?:\p{L}{2,63}|(?<=\p{L}\.)\p{L})(?![\p{L}\p{N}-]|:[\w~/])/gu,
};

/** Reads which personal data is not kept; undefined when all of it is. */
export function compilePersonalData(
  names: readonly string[],
): PersonalData | undefined {
  if (names.length === 0) {
    return undefined;
  }
  const exact = new Set(names.map(name => name.toLowerCase()));
  const withoutAddresses = exact.has('email');
  const isUnder = (name: string) =>
    exact.has(name.toLowerCase()) || (withoutAddresses && isOfAddress(name));
  return { isUnder, inTexts: withoutAddresses ? [addresses] : [] };
}

/** `user_email` and `authorEmails` are names of addresses, too. */
function isOfAddress(name: string): boolean {
  return /mail/i.test(name) && /^e?mails?$/.test(splitWords(name).at(-1) ?? '');
}

/**
 * Whether a name stands for e-mail addresses, or for what was meant as such:
 * `emails`, `e-mail`, `author_email`.
 */
export function meansAddresses(name: string): boolean {
  return (
    isOfAddress(name) || nearestName(name, ['email', 'emails']) !== undefined
  );
}
