import { person, subject } from '../../explain/en/words';
import type { WordsFor } from '../../registry/Judgement';
import type { IdentityReasons } from './reasons';

export const en: WordsFor<IdentityReasons> = {
  checks: {
    'deployer-known':
      'Did one known person deploy, or a machine with an account of its own?',
  },
  reasons: {
    'deployed-by-machine': ({ environment, account }) =>
      `The machine ${account} deployed to ${environment}.`,
    'deployed-by-person': ({ environment, account, user }) =>
      `${subject(account)} deployed to ${environment}. That is ${user}.`,
    'deployed-by-shared-account': ({ environment, account, users }) =>
      `Several users of the catalog have the account ${account}, which deployed to ${environment}: ${users}.`,
    'deployed-by-unknown-account': ({ environment, account }) =>
      `No user of the catalog has the account of ${person(
        account,
      )}, which deployed to ${environment}.`,
    'deployed-by-untold': ({ environment }) =>
      `The source does not report who deployed to ${environment}.`,
  },
  advice: {
    'deployed-by-shared-account':
      'Give each person an account of their own, and name it in the annotation dora-compliance.io/accounts of one user only. Name an account of a machine in dora-compliance.io/bots.',
    'deployed-by-unknown-account':
      'Name the account in the annotation dora-compliance.io/accounts of its user, or in dora-compliance.io/bots of the user who answers for the machine.',
    'deployed-by-untold':
      'Let the pipeline report who deployed, or deploy by a source that reports it.',
  },
};
