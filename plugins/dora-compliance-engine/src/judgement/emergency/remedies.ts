import { byCatalog, byNextApproval, byNextRelease } from '../../remedy/groups';
import type { RemediesFor, Remedy } from '../../remedy/Remedy';
import type { EmergencyReasons } from './reasons';

/** The owner declares, somebody else reviews. */
const byReview: Remedy = {
  who: ['asset-owner', 'independent-approver', 'risk-function'],
};

export const remedies: RemediesFor<
  EmergencyReasons,
  'approved-in-order' | 'emergencies-rare' | 'emergency-reviewed'
> = {
  'emergencies-frequent': byNextRelease,
  'emergency-not-declared': byNextApproval,
  'emergency-not-declared-yet': byReview,
  'emergency-not-reviewed': byNextApproval,
  'emergency-not-reviewed-yet': byReview,
  'emergency-refused': byNextRelease,
  'emergency-reviewed-late': byNextApproval,
  'emergency-reviewer-involved': byReview,
  'emergency-reviewer-unclear': byCatalog,
  'emergency-without-alert': byReview,
};
