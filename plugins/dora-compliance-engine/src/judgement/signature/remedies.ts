import { byNextRelease, byOwner, bySource } from '../../remedy/groups';
import type { RemediesFor } from '../../remedy/Remedy';
import type { SignatureReasons } from './reasons';

export const remedies: RemediesFor<SignatureReasons, 'signature-checked'> = {
  'signature-checked-after': byNextRelease,
  'signature-missing': byNextRelease,
  'signature-not-checked': byNextRelease,
  'signature-of-another-origin': byNextRelease,
  'signature-origin-unknown': byOwner,
  'signatures-not-reported': bySource,
};
