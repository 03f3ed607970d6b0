import {
  commitSubject,
  type Identity,
  type Instant,
  type Predicate,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { branchIn, toIdentity } from './fields';
import {
  readChange,
  changeSubjects,
  type PullRequest,
  readSystem,
} from './pullRequest';

type StateChange = Predicate<'change-state-changed'>;

/** What became of a pull request that was not merged. */
export function stateStatement(
  pull: PullRequest,
  change: {
    action: StateChange['action'];
    by?: Identity | undefined;
    at: Instant;
    targetBranch: string | undefined;
    previousTargetBranch?: string | undefined;
    /** Where it is not the last commit that the pull request has now. */
    headCommit?: string | undefined;
  },
): Statement {
  const { action, by, at, targetBranch, previousTargetBranch } = change;
  const headCommit = change.headCommit ?? pull.lastMergeSourceCommit?.commitId;
  return {
    type: 'change-state-changed',
    subjects: [
      ...changeSubjects(pull),
      ...(headCommit ? [commitSubject(headCommit)] : []),
    ],
    predicate: {
      change: readChange(pull),
      action,
      ...(by && { changedBy: by }),
      changedAt: at,
      ...(headCommit && { headCommit }),
      ...(targetBranch && { targetBranch }),
      ...(previousTargetBranch && { previousTargetBranch }),
    },
    observedAt: at,
    sourceId: 'azure-devops',
  };
}

/**
 * A pull request that was abandoned.
 *
 * @param told - what else tells who and when, where the pull request does not
 */
export function closedStatement(
  pull: PullRequest,
  told: { by?: Identity | undefined; at?: Instant | null | undefined },
): Statement {
  const at = pull.closedDate ?? told.at;
  if (!at) {
    throw new TypeError('closedDate is missing');
  }
  const by = pull.closedBy
    ? toIdentity(pull.closedBy, readSystem(pull))
    : told.by;
  const targetBranch = branchIn(pull.targetRefName);
  return stateStatement(pull, { action: 'closed', by, at, targetBranch });
}
