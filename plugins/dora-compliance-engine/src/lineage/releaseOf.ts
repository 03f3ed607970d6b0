import {
  type Evidence,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { commitKey, type EvidenceIndex } from './EvidenceIndex';
import { releaseBranch } from './releaseBranch';
import { type ReleaseStep, stepsOf } from './ReleaseStep';

/** How many pushes a release may consist of. */
const MAX_PUSHES = 1000;

/** What a deployment brought that the one before it had not. */
export type Release = {
  steps: ReleaseStep[];
  /** Why it is not known in full. */
  gap?: 'release-range-unknown' | 'release-range-incomplete';
};

type Push = Evidence<'commits-pushed'>;

/**
 * Walks back from the deployed commit, push by push on the branch it was
 * released from, to the commit deployed before it in the same environment. A first deployment, a repeated one and
 * a return to an earlier commit are judged by the push of their own commit.
 */
export function releaseOf(
  deployed: Evidence<'service-deployed'>,
  index: EvidenceIndex,
): Release {
  const { commit } = deployed.predicate.deployment;
  if (commit === undefined) {
    return { steps: [], gap: 'release-range-unknown' };
  }
  const own = index.pushOf(commit, releaseBranch(deployed));
  if (!own) {
    const change = index.changeOf(commit);
    return change
      ? { steps: [{ commits: [], change }] }
      : { steps: [], gap: 'release-range-unknown' };
  }
  const previous = previousCommit(deployed, index);
  if (!previous || isReturn(own, previous, index)) {
    return { steps: stepsOf(own, index) };
  }
  const steps: ReleaseStep[] = [];
  for (const push of walkBack(own, index)) {
    if (push !== own && contains(push, previous)) {
      return { steps };
    }
    steps.push(...stepsOf(push, index));
    if (contains(push, previous) || isCommit(push.predicate.before, previous)) {
      return { steps };
    }
  }
  return { steps, gap: 'release-range-incomplete' };
}

/** A push and those before it, as far as they are known. */
function* walkBack(from: Push, index: EvidenceIndex): Generator<Push> {
  const seen = new Set<string>();
  let push: Push | undefined = from;
  while (push && !seen.has(push.id) && seen.size < MAX_PUSHES) {
    yield push;
    seen.add(push.id);
    const { before, branch }: Push['predicate'] = push.predicate;
    push = before === undefined ? undefined : index.pushOf(before, branch);
  }
}

/** The commit replaced came later than the one that replaces it. */
function isReturn(own: Push, previous: string, index: EvidenceIndex): boolean {
  const replaced = index.pushOf(previous, own.predicate.branch);
  return (
    replaced !== undefined &&
    [...walkBack(replaced, index)].some(({ id }) => id === own.id)
  );
}

function contains({ predicate }: Push, commit: string): boolean {
  return (
    isCommit(predicate.after, commit) ||
    predicate.commits.some(item => isCommit(item.commit, commit))
  );
}

function isCommit(a: string | undefined, b: string): boolean {
  return a !== undefined && commitKey(a) === commitKey(b);
}

function previousCommit(
  deployed: Evidence<'service-deployed'>,
  index: EvidenceIndex,
): string | undefined {
  const { environment } = deployed.predicate.deployment;
  const repository = repositoryOf(deployed);
  return index
    .ofType('service-deployed')
    .filter(
      item =>
        item.observedAt < deployed.observedAt &&
        item.predicate.deployment.environment.name === environment.name &&
        repositoryOf(item) === repository,
    )
    .at(-1)?.predicate.deployment.commit;
}

function repositoryOf(item: Evidence): string | undefined {
  const subject = item.subjects.find(({ kind }) => kind === 'repository');
  return subject && subjectKey(subject);
}
