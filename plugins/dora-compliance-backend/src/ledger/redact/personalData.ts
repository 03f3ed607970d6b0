import { nearestName } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { splitWords } from './secretNames';
import type { TextRule } from './TextRule';

/** Which personal data an installation does not keep. */
export type PersonalData = {
  /** Whether the value of a name is personal data. */
  isUnder(name: string): boolean;
  /** What is found in strings. */
  inTexts: readonly TextRule[];
};

/**
 * E-mail addresses in strings. The part before the host in a web address or a
 * repository address (`git@host:group/project`) is none.
 */
const addresses: TextRule = {
  name: 'personal-data',
  pattern:
    /(?<![^\s@<>()[\]{}",;:|=?&'`])[^\s@<>()[\]{}",;:/\\|=?&'`]{1,64}(?:\[bot\])?(?:@|%40)(?!\d{1,64}\.\d)(?:[\p{L}\p{N}-]{1,63}\.){1,8}(?:\p{L}{2,63}|(?<=\p{L}\.)\p{L})(?![\p{L}\p{N}-]|:[\w~/])/gu,
};

/** Reads which personal data is not kept; undefined if all of it is. */
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
 * Whether a name means e-mail addresses: `emails`, `e-mail`, `author_email`.
 */
export function meansAddresses(name: string): boolean {
  return (
    isOfAddress(name) || nearestName(name, ['email', 'emails']) !== undefined
  );
}
