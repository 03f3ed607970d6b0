import { count } from '../../explain/en/words';
import type { WordsFor } from '../../registry/Judgement';
import type { SeparationReasons } from './reasons';

export const en: WordsFor<SeparationReasons> = {
  checks: {
    'environment-separate':
      'Is it separate from environments on the other side of the border of production?',
  },
  reasons: {
    'environment-alone': ({ environment, missing }) =>
      `Nobody recorded ${
        missing === 'outside'
          ? 'an environment other than production'
          : 'production'
      }, from which ${environment} has to be separate.`,
    'environment-separate': ({ environment, count: n }) =>
      `The environment ${environment} shares no account, identity or network with ${count(
        n,
        'environment',
      )} on the other side of the border of production.`,
    'environment-shares-account': ({ environment, other, account }) =>
      `The environments ${environment} and ${other} share the account ${account}.`,
    'environment-shares-identity': ({ environment, other, identity }) =>
      `The environments ${environment} and ${other} share the identity ${identity}.`,
    'environment-shares-network': ({ environment, other, network }) =>
      `The environments ${environment} and ${other} share the network ${network}.`,
    'environment-side-contradicted': ({ environment, name }) =>
      `It is not known whether ${environment} is separate, because the record of ${name} and the source disagree on whether ${name} is production.`,
    'environments-without-baseline': ({ environment, names }) =>
      `It is not known whether ${environment} is separate from all others, because nobody recorded what these environments share: ${names}.`,
  },
  advice: {
    'environment-alone':
      'Record the baseline of the other environments on the Compliance tab.',
    'environment-shares-account':
      'Move one of the environments to an account, subscription or cluster of its own, and record its baseline again.',
    'environment-shares-identity':
      'Give pipelines an identity of their own in each environment, and record the baseline again.',
    'environment-shares-network':
      'Separate the networks, and record the baseline again.',
    'environment-side-contradicted':
      'Record the baseline again with the right answer, or correct productionEnvironments and nonProductionEnvironments in the configuration of the source.',
    'environments-without-baseline':
      'Record the baseline of these environments on the Compliance tab.',
  },
};
