import type { None } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { createReasons } from '../../registry/createReasons';

type OfChange = { change: string };

type ByApprover = OfChange & {
  approver: string;
  /** When the approval was given. */
  approvedAt?: string;
};

/** What somebody did with a change. */
type Act = 'opened' | 'wrote' | 'pushed' | 'merged' | 'started' | 'deployed';

/**
 * Why a deployment is, or is not, independently approved. A person without a name is
 * an empty text.
 */
export type IndependenceReasons = {
  'account-ambiguous': OfChange & { account: string; users: string };
  'all-independently-approved': { count: number };
  'approval-after-deployment': ByApprover;
  'approval-after-merge': ByApprover;
  'approval-by-machine': ByApprover;
  'approval-dismissed': ByApprover;
  'approval-withdrawn': ByApprover;
  'approval-without-write-access': ByApprover;
  'approver-access-unknown': ByApprover;
  'approver-unidentified': OfChange & { account: string };
  'author-unlinked': { author: string };
  'authors-identified': None;
  /** Without a total if the source does not report it. */
  'change-commits-unknown': OfChange;
  'change-commits-incomplete': OfChange & { listed: number; total?: number };
  'deployer-unknown': None;
  'independence-unclear': OfChange & { account: string; other: string };
  'independently-approved': ByApprover;
  'merge-content-unproven': OfChange & { commit: string; person: string };
  'no-approval': OfChange;
  'person-unidentified': { person: string };
  'pusher-unknown': OfChange & { commit: string };
  'self-approval': ByApprover & {
    /** The account of the approver, if involved under another name. */
    account?: string;
    /** That other name, or the bot that the approver owns. */
    alias?: string;
    bot?: string;
    user?: string;
    /** What the approver did, and when, if the evidence says when. */
    act?: Act;
    actAt?: string;
  };
  'starter-unknown': None;
  'stale-approval': ByApprover;
  'all-through-changes': { count: number };
  'commits-beside-change': OfChange & { arrived: number; count: number };
  'deployment-approved': { environment: string; reviewer: string };
  'deployment-rejected': { environment: string; reviewer: string };
  'direct-push': {
    commit: string;
    branch: string;
    person: string;
    at?: string;
  };
  'merged-after-deployment': OfChange & {
    mergedAt?: string;
    deployedAt?: string;
  };
};

export const reason = createReasons<IndependenceReasons>();
