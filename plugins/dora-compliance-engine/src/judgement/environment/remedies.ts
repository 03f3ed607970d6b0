import type { RemediesFor } from '../../remedy/Remedy';
import type { EnvironmentReasons } from './reasons';

export const remedies: RemediesFor<
  EnvironmentReasons,
  'environment-classified'
> = {
  'environment-unclassified': { who: ['source-administrator'] },
};
