import { byOwner } from '../../remedy/groups';
import type { RemediesFor } from '../../remedy/Remedy';
import type { OriginReasons } from './reasons';

export const remedies: RemediesFor<OriginReasons, 'artifact-deployed'> = {
  'artifact-never-deployed': { who: ['asset-owner', 'risk-function'] },
  'artifact-replaced': { who: ['asset-owner', 'risk-function'] },
  'artifact-without-digest': byOwner,
  'deployments-unheard': { who: ['asset-owner', 'source-administrator'] },
  'deployments-without-digest': byOwner,
};
