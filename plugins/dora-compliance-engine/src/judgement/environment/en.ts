import type { WordsFor } from '../../registry/Judgement';
import type { EnvironmentReasons } from './reasons';

export const en: WordsFor<EnvironmentReasons> = {
  checks: {
    'environment-classified':
      'Is it known whether the environment is production?',
  },
  reasons: {
    'environment-classified': ({ environment }) =>
      `It is known whether ${environment} is a production environment.`,
    'environment-unclassified': ({ environment }) =>
      `Whether the environment ${environment} is production is not known: neither its name, the source, nor the configuration says so.`,
  },
  advice: {
    'environment-unclassified':
      'If the environment is production, add its name to productionEnvironments in the configuration of the source. If it is not, add its name to nonProductionEnvironments. This takes effect with the next deployment to it.',
  },
};
