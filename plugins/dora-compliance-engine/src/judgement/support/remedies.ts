import { byOwner } from '../../remedy/groups';
import type { RemediesFor } from '../../remedy/Remedy';
import type { SupportReasons } from './reasons';

export const remedies: RemediesFor<
  SupportReasons,
  'legacy-assessed' | 'supported' | 'support-not-applicable'
> = {
  'support-ended': byOwner,
  'support-unknown': byOwner,
};
