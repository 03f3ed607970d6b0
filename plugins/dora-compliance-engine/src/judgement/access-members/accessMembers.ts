import {
  type Evidence,
  type Identity,
  identityLabel,
  isEvidenceOf,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { isMachine } from '../../lineage/isMachine';
import type { Judgement, TimedCheck } from '../../registry/Judgement';
import { de } from './de';
import { en } from './en';
import { reason } from './reasons';
import { remedies } from './remedies';

type Access = Evidence<'repository-access-observed'>;

/** How many accounts a sentence names. */
const NAMED = 10;

/**
 * `access.members` in assertions: whether each account that may write to a repository
 * is that of one user of the catalog. Accounts of machines are none of people; those
 * that a user answers for are known.
 *
 * An account of nobody fails if the catalog links others of its system: it then is the
 * place in which people of that system are listed, and this one is not. If it links
 * none, it tells nothing about any of them.
 */
export const accessMembers: Judgement = {
  name: 'access.members',
  member: 'repository-access-observed',
  needs: { evidence: [], people: true },
  remedies,
  words: { en, de },
  judge({ evidence: [item], describes }, { index }) {
    return item && isEvidenceOf('repository-access-observed', item)
      ? [judgeMembers(item, describes.title ?? '', index)]
      : [];
  },
};

function judgeMembers(
  { id, predicate: { members } }: Access,
  repository: string,
  index: EvidenceIndex,
): TimedCheck {
  const answer = { check: 'access-accounts-known', evidence: [id] };
  const accounts = members
    .filter(({ account, mayWrite }) => mayWrite && !isMachine(account))
    .map(({ account }) => ({ account, users: listUsers(account, index) }));
  const isLinked = ({ system }: Identity) =>
    accounts.some(
      ({ account, users }) =>
        users.length > 0 &&
        account.system.toLowerCase() === system.toLowerCase(),
    );
  const nobody = accounts
    .filter(({ users }) => users.length === 0)
    .map(({ account }) => account);
  const orphans = nobody.filter(isLinked);
  if (orphans.length > 0) {
    const cause = reason('access-accounts-of-nobody', {
      repository,
      count: orphans.length,
      accounts: listNames(orphans),
    });
    return { ...answer, passed: false, cause };
  }
  if (nobody.length > 0) {
    const systems = [...new Set(nobody.map(({ system }) => system))];
    const cause = reason('access-accounts-not-linked', {
      repository,
      count: nobody.length,
      systems: systems.sort().join(', '),
    });
    return { ...answer, passed: null, cause };
  }
  const ambiguous = accounts.find(({ users }) => users.length > 1);
  return ambiguous
    ? {
        ...answer,
        passed: null,
        cause: reason('access-account-ambiguous', {
          repository,
          account: identityLabel(ambiguous.account),
          users: ambiguous.users.join(', '),
        }),
      }
    : {
        ...answer,
        passed: true,
        cause: reason('access-accounts-known', {
          repository,
          count: accounts.length,
        }),
      };
}

/** Who the account belongs to; of a machine, one of those who answer for it. */
function listUsers(account: Identity, index: EvidenceIndex): string[] {
  const { users } = index.persons.of(account);
  const owners = index.persons.findOwners(account).slice(0, 1);
  return users.length > 0
    ? [...users]
    : owners.flatMap(owner => [...owner.users]);
}

function listNames(accounts: readonly Identity[]): string {
  const names = accounts.map(identityLabel).sort();
  return [
    ...names.slice(0, NAMED),
    ...(names.length > NAMED ? ['…'] : []),
  ].join(', ');
}
