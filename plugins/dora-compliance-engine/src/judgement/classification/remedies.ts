import { byOwner } from '../../remedy/groups';
import type { RemediesFor } from '../../remedy/Remedy';
import type { ClassificationReasons } from './reasons';

export const remedies: RemediesFor<
  ClassificationReasons,
  | 'classified'
  | 'classified-high-enough'
  | 'nothing-classified-above'
  | 'major-change-to-review'
  | 'no-major-change'
  | 'reviewed-in-time'
  | 'reviewed-since-lowered'
  | 'reviewed-since-major-change'
> = {
  'classified-too-low': byOwner,
  'computed-not-classified': byOwner,
  'not-classified': byOwner,
  'lowered-not-reviewed': byOwner,
  'major-change-not-reviewed': byOwner,
  'never-reviewed': byOwner,
  'review-ahead': byOwner,
  'review-overdue': byOwner,
};
