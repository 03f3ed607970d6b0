import { bySource } from '../../remedy/groups';
import type { RemediesFor } from '../../remedy/Remedy';
import type { CombinationReasons } from './reasons';

export const remedies: RemediesFor<CombinationReasons, 'access-not-combined'> =
  {
    'access-combined': { who: ['repository-administrator', 'risk-function'] },
    'access-combination-unclear': { who: ['repository-administrator'] },
    'access-combination-unread': bySource,
  };
