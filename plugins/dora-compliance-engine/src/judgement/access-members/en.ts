import { count, form } from '../../explain/en/words';
import type { WordsFor } from '../../registry/Judgement';
import type { MemberReasons } from './reasons';

export const en: WordsFor<MemberReasons> = {
  checks: {
    'access-accounts-known':
      'Does each account with write access belong to a user of the catalog?',
  },
  reasons: {
    'access-account-ambiguous': ({ repository, account, users }) =>
      `Several users of the catalog have the account ${account}, which may write to ${repository}: ${users}.`,
    'access-accounts-known': ({ repository, count: n }) =>
      `${count(
        n,
        'account',
      )} of people may write to ${repository}. Each belongs to a user of the catalog.`,
    'access-accounts-not-linked': ({ repository, count: n, systems }) =>
      `${count(
        n,
        'account',
      )} may write to ${repository}, but the catalog links no accounts of ${systems} to users.`,
    'access-accounts-of-nobody': ({ repository, count: n, accounts }) =>
      `No user of the catalog has ${form(n, {
        one: 'this account',
        other: `these ${n} accounts`,
      })} with write access to ${repository}: ${accounts}.`,
  },
  advice: {
    'access-account-ambiguous':
      'Name the account in the annotation dora-compliance.io/accounts of one user only.',
    'access-accounts-not-linked':
      'Name the accounts of users in the annotation dora-compliance.io/accounts of their catalog entities.',
    'access-accounts-of-nobody':
      'Take away the access of people who left. Name accounts of others in the annotation dora-compliance.io/accounts of their users, and those of machines in dora-compliance.io/bots.',
  },
};
