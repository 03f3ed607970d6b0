import { byNextRelease, byOwner, bySource } from '../../remedy/groups';
import type { RemediesFor } from '../../remedy/Remedy';
import type { EvidenceReasons } from './reasons';

export const remedies: RemediesFor<EvidenceReasons, 'evidence-exists'> = {
  'evidence-missing': byNextRelease,
  'evidence-not-due': byOwner,
  'evidence-not-reported': bySource,
};
