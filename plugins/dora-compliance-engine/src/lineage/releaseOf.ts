import {
  type Evidence,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { commitKey, type EvidenceIndex } from './EvidenceIndex';

/** How many pushes a release may consist of. */
const MAX_PUSHES = 1000;

/** A step by which the deployed commit came about. */
export type ReleaseStep = {
  push?: Evidence<'commits-pushed'>;
  change?: Evidence<'change-merged'>;
};

/** What a deployment brought that the one before it had not. */
export type Release = {
  steps: ReleaseStep[];
  /** Why it is not known in full. */
  gap?: 'release-range-unknown' | 'release-range-incomplete';
};

/**
 * Walks back from the deployed commit, push by push, to the commit deployed
 * before it in the same environment. A first deployment, a repeated one and
 * a return to an earlier commit are judged by the push of their own commit.
 */
export function releaseOf(
  deployed: Evidence<'service-deployed'>,
  index: EvidenceIndex,
): Release {
  const { commit } = deployed.predicate.deployment;
  const own = index.pushOf(commit);
  if (!own) {
    const change = index.changeOf(commit);
    return change
      ? { steps: [{ change }] }
      : { steps: [], gap: 'release-range-unknown' };
  }
  const previous = previousCommit(deployed, index);
  const start = stepOf(own, index);
  if (!previous || isReturn(own, previous, index)) {
    return { steps: [start] };
  }
  const steps = [start];
  const seen = new Set([own.id]);
  for (let push = own; !contains(push, previous); ) {
    const { before } = push.predicate;
    if (!before || commitKey(before) === commitKey(previous)) {
      return { steps };
    }
    const next = index.pushOf(before);
    if (!next || seen.has(next.id) || steps.length >= MAX_PUSHES) {
      return { steps, gap: 'release-range-incomplete' };
    }
    if (contains(next, previous)) {
      return { steps };
    }
    seen.add(next.id);
    steps.push(stepOf(next, index));
    push = next;
  }
  return { steps };
}

function stepOf(
  push: Evidence<'commits-pushed'>,
  index: EvidenceIndex,
): ReleaseStep {
  const change = index.changeOf(push.predicate.after);
  return change ? { push, change } : { push };
}

function contains(push: Evidence<'commits-pushed'>, commit: string): boolean {
  const key = commitKey(commit);
  const { after, commits } = push.predicate;
  return [after, ...commits.map(item => item.commit)].some(
    item => commitKey(item) === key,
  );
}

/** The deployed commit is not later than the one it replaces. */
function isReturn(
  own: Evidence<'commits-pushed'>,
  previous: string,
  index: EvidenceIndex,
): boolean {
  const before = index.pushOf(previous);
  return before !== undefined && own.observedAt <= before.observedAt;
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
