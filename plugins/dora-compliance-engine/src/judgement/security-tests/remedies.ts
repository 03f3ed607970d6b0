import { byNextRelease, bySource } from '../../remedy/groups';
import type { RemediesFor } from '../../remedy/Remedy';
import type { SecurityTestReasons } from './reasons';

export const remedies: RemediesFor<SecurityTestReasons, 'scan-ended-before'> = {
  'scan-change-unknown': bySource,
  'scan-ended-after': byNextRelease,
  'scan-missing': byNextRelease,
  'scan-with-error': byNextRelease,
  'scans-not-reported': bySource,
};
