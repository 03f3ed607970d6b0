import {
  byCatalog,
  byNextApproval,
  byOwner,
  bySource,
} from '../../remedy/groups';
import type { RemediesFor } from '../../remedy/Remedy';
import type { IndependenceReasons } from './reasons';

export const remedies: RemediesFor<
  IndependenceReasons,
  | 'all-independently-approved'
  | 'authors-identified'
  | 'independently-approved'
  | 'all-through-changes'
  | 'deployment-approved'
> = {
  'account-ambiguous': byCatalog,
  'approval-after-deployment': byNextApproval,
  'approval-after-merge': byNextApproval,
  'approval-by-machine': byNextApproval,
  'approval-dismissed': byNextApproval,
  'approval-withdrawn': byNextApproval,
  'approval-without-write-access': byNextApproval,
  'approver-access-unknown': bySource,
  'approver-unidentified': byCatalog,
  'author-unlinked': byCatalog,
  'change-commits-unknown': bySource,
  'change-commits-incomplete': bySource,
  'deployer-unknown': byOwner,
  'independence-unclear': byCatalog,
  'merge-content-unproven': bySource,
  'no-approval': byNextApproval,
  'person-unidentified': byCatalog,
  'pusher-unknown': { who: ['source-administrator'] },
  'self-approval': byNextApproval,
  'starter-unknown': { who: ['source-administrator'] },
  'stale-approval': byNextApproval,
  'commits-beside-change': byNextApproval,
  'deployment-rejected': {
    who: ['environment-reviewer', 'asset-owner', 'risk-function'],
    isPast: true,
  },
  'direct-push': {
    who: ['independent-approver', 'repository-administrator', 'risk-function'],
    isPast: true,
  },
  'merged-after-deployment': byNextApproval,
};
