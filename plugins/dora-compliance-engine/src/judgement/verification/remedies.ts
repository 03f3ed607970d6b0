import {
  byItself,
  byNextRelease,
  byOwner,
  bySource,
} from '../../remedy/groups';
import type { RemediesFor } from '../../remedy/Remedy';
import type { VerificationReasons } from './reasons';

export const remedies: RemediesFor<
  VerificationReasons,
  'alerts-answered' | 'verification-passed'
> = {
  'alert-not-answered': byOwner,
  'alerts-not-reported': bySource,
  'alerts-pending': byItself,
  'verification-failed': byNextRelease,
  'verification-late': byNextRelease,
  'verification-missing': byNextRelease,
  'verification-pending': byOwner,
  'verifications-not-reported': bySource,
};
