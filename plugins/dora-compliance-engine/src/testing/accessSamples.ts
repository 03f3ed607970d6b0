import type { CombinationReasons } from '../judgement/access-combinations/reasons';
import type { MemberReasons } from '../judgement/access-members/reasons';

type Params = CombinationReasons & MemberReasons;

const repository = 'https://github.com/bank/ledger';

/** Parameters of each reason of the judgements of access. */
export const accessSamples: {
  [Code in keyof Params]: readonly Params[Code][];
} = {
  'access-account-ambiguous': [
    {
      repository,
      account: 'anna',
      users: 'user:default/anna, user:default/ann',
    },
  ],
  'access-accounts-known': [
    { repository, count: 1 },
    { repository, count: 7 },
  ],
  'access-accounts-not-linked': [
    { repository, count: 7, systems: 'github.com' },
  ],
  'access-accounts-of-nobody': [
    { repository, count: 1, accounts: 'erik' },
    { repository, count: 2, accounts: 'erik, marco' },
  ],
  'access-combination-unclear': [
    { repository, count: 1, actors: '' },
    { repository, count: 2, actors: 'OrganizationAdmin, Team platform' },
  ],
  'access-combination-unread': [
    { repository, what: 'branch-protection-observed' },
    { repository, what: 'environment-protection-observed' },
  ],
  'access-combined': [
    { repository, count: 1, accounts: 'anna' },
    { repository, count: 2, accounts: 'anna, erik' },
  ],
  'access-not-combined': [{ repository, administrators: 2 }],
};
