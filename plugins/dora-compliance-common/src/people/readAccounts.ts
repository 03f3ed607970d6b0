import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { accountIdKey, accountKey, emailKey } from '../evidence/Identity';
import type { AccountClaim } from './AccountClaim';
import { ANNOTATION_ACCOUNTS, ANNOTATION_BOTS } from './annotations';

/** How many characters an account may have, with its system. */
const MAX_LENGTH = 500;

/**
 * The accounts of a user entity, and what of its annotations can't be read.
 *
 * @public
 */
export type UserAccounts = {
  userRef: string;
  claims: AccountClaim[];
  /** A sentence for each account that can't be read. */
  problems: string[];
};

/**
 * Reads the accounts of a user: our annotations; `<host>/user-login` and
 * `<host>/user-id`, which the integrations of Backstage set for GitHub and
 * GitLab; and the e-mail addresses of the profile and of Microsoft.
 *
 * @public
 */
export function readAccounts(entity: Entity): UserAccounts {
  const userRef = stringifyEntityRef(entity);
  const annotations = entity.metadata.annotations ?? {};
  const own = readList(annotations[ANNOTATION_ACCOUNTS]);
  const bots = readList(annotations[ANNOTATION_BOTS]);
  const found: [AccountClaim['how'], string[]][] = [
    ['explicit', [...own.keys, ...integratedKeys(annotations)]],
    ['bot', bots.keys],
    ['email', emailKeys(entity)],
  ];
  const describeProblems = (
    annotation: string,
    unreadable: readonly string[],
  ) =>
    unreadable.map(
      text =>
        `${annotation} of ${userRef}: "${text}" must be <host>/<login> or <host>#<id>`,
    );
  return {
    userRef,
    claims: found.flatMap(([how, keys]) =>
      [...new Set(keys)].filter(isUsable).map(key => ({ key, userRef, how })),
    ),
    problems: [
      ...describeProblems(ANNOTATION_ACCOUNTS, own.unreadable),
      ...describeProblems(ANNOTATION_BOTS, bots.unreadable),
    ],
  };
}

/** Entries between commas, or the lines of a YAML list. */
function readList(text: unknown): { keys: string[]; unreadable: string[] } {
  const keys: string[] = [];
  const unreadable: string[] = [];
  const entries = String(text ?? '')
    .replace(/^\s*\[([^]*)\]\s*$/, '$1')
    .split(/[,\n]/)
    .map(entry => entry.trim().replace(/^-\s+/, ''))
    .map(entry => entry.replace(/^["']|["']$/g, ''))
    .filter(entry => entry !== '');
  for (const entry of entries) {
    const key = readAccount(entry);
    (key === undefined ? unreadable : keys).push(key ?? entry);
  }
  return { keys, unreadable };
}

function readAccount(entry: string): string | undefined {
  const [, system, sign, account] =
    /^([^\s/#@]+)([/#])([^\s/][^/]*)$/.exec(entry) ?? [];
  if (!system || !account || !isUsable(entry)) {
    return undefined;
  }
  return sign === '#'
    ? accountIdKey(system, account)
    : accountKey(system, account);
}

/** No account has a longer name, or one with control characters. */
function isUsable(key: string): boolean {
  return key.length <= MAX_LENGTH && !/\p{Cc}/u.test(key);
}

function integratedKeys(annotations: Record<string, string>): string[] {
  return Object.entries(annotations).flatMap(([name, value]) => {
    const [, system, what] = /^([^/]+)\/user-(login|id)$/.exec(name) ?? [];
    // GitLab's integration writes the address of the profile.
    const account = String(value).trim().split('/').pop();
    if (!system || !account) {
      return [];
    }
    return what === 'id'
      ? accountIdKey(system, account)
      : accountKey(system, account);
  });
}

function emailKeys(entity: Entity): string[] {
  const profile = entity.spec?.profile as { email?: unknown } | undefined;
  return [
    profile?.email,
    entity.metadata.annotations?.['microsoft.com/email'],
  ].flatMap(email =>
    typeof email === 'string' ? emailKey(email.trim()) ?? [] : [],
  );
}
