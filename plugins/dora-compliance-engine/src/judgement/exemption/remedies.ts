import { byOwner } from '../../remedy/groups';
import type { RemediesFor } from '../../remedy/Remedy';
import type { ExemptionReasons } from './reasons';

export const remedies: RemediesFor<ExemptionReasons, never> = {
  'exemption-ended': byOwner,
  'exemption-too-long': byOwner,
  'exemption-unconfirmed': byOwner,
};
