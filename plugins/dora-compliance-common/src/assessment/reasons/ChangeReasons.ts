import type { Outcome } from '../../evidence-types/Outcome';
import type { None } from './None';

type OfChange = { change: string };

type ByApprover = OfChange & { approver: string };

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
  'approver-unidentified': OfChange & { account: string };
  'author-unlinked': { author: string };
  'authors-identified': None;
  /** Without a total if the source does not report it. */
  'change-commits-incomplete': OfChange & { listed: number; total?: number };
  'deployer-unknown': None;
  'independence-unclear': OfChange & { account: string; other: string };
  'independently-approved': ByApprover;
  'no-approval': OfChange;
  'person-unidentified': { person: string };
  'self-approval': ByApprover & {
    /** The account of the approver, if involved under another name. */
    account?: string;
    /** That other name, or the bot that the approver owns. */
    alias?: string;
    bot?: string;
    user?: string;
  };
  'stale-approval': ByApprover;
  // what was deployed
  'all-through-changes': { count: number };
  'commits-beside-change': OfChange & { arrived: number; count: number };
  'deployment-approved': { environment: string; reviewer: string };
  'deployment-rejected': { environment: string; reviewer: string };
  'direct-push': { commit: string; branch: string; person: string };
  'merged-after-deployment': OfChange;
  'release-range-incomplete': None;
  'release-range-unknown': None;
  // traceability
  'artifact-identified': { digest: string };
  'artifact-unidentified': None;
  'change-known': OfChange;
  'change-unknown': { commit: string };
  'commit-unknown': None;
  'no-run': { commit: string };
  'run-after-deployment': { pipeline: string; commit: string };
  'run-failed': { pipeline: string; commit: string; outcome: Outcome };
  'run-succeeded': { pipeline: string; commit: string };
};
