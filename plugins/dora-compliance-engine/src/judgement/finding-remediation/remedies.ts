import type { RemediesFor } from '../../remedy/Remedy';
import type { FindingReasons } from './reasons';

export const remedies: RemediesFor<FindingReasons, 'finding-in-time'> = {
  'finding-age-unknown': { who: ['asset-owner', 'source-administrator'] },
  'finding-dismissed': { who: ['doer', 'asset-owner', 'risk-function'] },
  'finding-overdue': { who: ['asset-owner', 'risk-function'] },
  'finding-severity-unknown': { who: ['asset-owner', 'source-administrator'] },
};
