import { byNextRelease, byOwner } from '../../remedy/groups';
import type { RemediesFor } from '../../remedy/Remedy';
import type { TraceabilityReasons } from './reasons';

export const remedies: RemediesFor<
  TraceabilityReasons,
  | 'artifact-identified'
  | 'artifact-origin-known'
  | 'change-known'
  | 'run-succeeded'
> = {
  'artifact-contradicted': byOwner,
  'artifact-origin-unknown': byOwner,
  'artifact-unidentified': byNextRelease,
  'build-run-unclear': byOwner,
  'change-not-received': { who: ['source-administrator'] },
  'change-unknown': byNextRelease,
  'no-run': { who: ['source-administrator'] },
  'provenance-elsewhere': byNextRelease,
  'run-after-deployment': byNextRelease,
  'run-failed': byNextRelease,
  'run-not-finished': { who: ['source-administrator'] },
  'run-not-linked': byOwner,
};
