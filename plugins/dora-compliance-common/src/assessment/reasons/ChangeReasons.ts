import type { Outcome } from '../../evidence-types/Outcome';
import type { None } from './None';

type OfChange = { change: string };

type ByApprover = OfChange & {
  approver: string;
  /** When the approval was given. */
  approvedAt?: string;
};

/** What somebody did with a change. */
type Act = 'opened' | 'wrote' | 'pushed' | 'merged' | 'started' | 'deployed';

/**
 * Why a deployment is, or is not, independently approved and traceable, with
 * the parameters of each sentence. A person without a name is an empty text.
 *
 * @public
 */
export type ChangeReasons = {
  // independent approval
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
  // what was deployed
  'all-through-changes': { count: number };
  /** The first known deployment to an environment. */
  'baseline-unknown': { environment: string; commit: string };
  'commits-beside-change': OfChange & { arrived: number; count: number };
  'deployment-approved': { environment: string; reviewer: string };
  'deployment-rejected': { environment: string; reviewer: string };
  'deployments-failed-only': { count: number; days: number };
  'direct-push': {
    commit: string;
    branch: string;
    person: string;
    at?: string;
  };
  'environment-classified': { environment: string };
  'environment-unclassified': { environment: string };
  'merged-after-deployment': OfChange & {
    mergedAt?: string;
    deployedAt?: string;
  };
  'push-incomplete': {
    commit: string;
    branch: string;
    listed: number;
    /** Absent if the source does not report it. */
    total?: number;
  };
  'release-range-incomplete': { commit: string };
  'release-range-unknown': None;
  // traceability
  'artifact-identified': { digest: string };
  'artifact-contradicted': { digest: string; other: string };
  'artifact-origin-known': { digest: string };
  'artifact-origin-unknown': { digest: string };
  'artifact-unidentified': None;
  'build-run-unclear': { commit: string; failed: string; succeeded: string };
  'change-known': OfChange;
  'change-not-received': { commit: string };
  'change-unknown': { commit: string };
  'commit-unknown': None;
  'no-run': { commit: string };
  'provenance-elsewhere': { digest: string; repository: string };
  'run-after-deployment': { pipeline: string; commit: string };
  'run-failed': { pipeline: string; commit: string; outcome: Outcome };
  'run-not-finished': { commit: string };
  'run-not-linked': { pipeline: string; commit: string };
  'run-succeeded': { pipeline: string; commit: string };
};
