import { byOwner } from '../../remedy/groups';
import type { RemediesFor } from '../../remedy/Remedy';
import type { SeparationReasons } from './reasons';

export const remedies: RemediesFor<SeparationReasons, 'environment-separate'> =
  {
    'environment-alone': byOwner,
    'environment-shares-account': byOwner,
    'environment-shares-identity': byOwner,
    'environment-shares-network': byOwner,
    'environment-side-contradicted': byOwner,
    'environments-without-baseline': byOwner,
  };
