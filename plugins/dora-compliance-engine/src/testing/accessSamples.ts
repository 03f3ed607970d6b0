import type { CombinationReasons } from '../judgement/access-combinations/reasons';
import type { MemberReasons } from '../judgement/access-members/reasons';
import type { IdentityReasons } from '../judgement/deployment-identity/reasons';
import type { SeparationReasons } from '../judgement/environment-separation/reasons';

type Params = CombinationReasons &
  IdentityReasons &
  MemberReasons &
  SeparationReasons;

const environment = 'production';
const other = 'staging';

const repository = 'https://github.com/bank/ledger';

/** Parameters of each reason of the judgements of access and of environments. */
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
  'deployed-by-machine': [{ environment, account: 'github-actions[bot]' }],
  'deployed-by-person': [
    { environment, account: 'anna', user: 'user:default/anna' },
  ],
  'deployed-by-shared-account': [
    {
      environment,
      account: 'ci-admin',
      users: 'user:default/anna, user:default/erik',
    },
  ],
  'deployed-by-unknown-account': [
    { environment, account: 'erik' },
    { environment, account: '' },
  ],
  'deployed-by-untold': [{ environment }],
  'environment-alone': [
    { environment, missing: 'outside' },
    { environment: other, missing: 'inside' },
  ],
  'environment-separate': [{ environment, count: 2 }],
  'environment-shares-account': [{ environment, other, account: 'bank-1' }],
  'environment-shares-identity': [
    { environment, other, identity: 'role/deploy' },
  ],
  'environment-shares-network': [{ environment, other, network: 'vpc-1' }],
  'environment-side-contradicted': [{ environment, name: 'blue' }],
  'environments-without-baseline': [{ environment, names: 'preview, qa' }],
};
