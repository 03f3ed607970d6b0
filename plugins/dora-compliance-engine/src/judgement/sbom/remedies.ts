import { byNextRelease, byOwner, bySource } from '../../remedy/groups';
import type { RemediesFor } from '../../remedy/Remedy';
import type { SbomReasons } from './reasons';

export const remedies: RemediesFor<SbomReasons, 'sbom-known'> = {
  'sbom-after-deployment': byNextRelease,
  'sbom-incomplete': byOwner,
  'sbom-missing': byNextRelease,
  'sboms-not-reported': bySource,
  'sboms-without-subject': byOwner,
};
