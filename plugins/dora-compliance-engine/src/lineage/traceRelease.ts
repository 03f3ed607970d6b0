import {
  type Evidence,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { commitKey, type EvidenceIndex } from './EvidenceIndex';
import { releaseBranch } from './releaseBranch';
import { type ReleaseStep, splitIntoSteps } from './ReleaseStep';

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
 * released from, to the previously deployed commit in the same environment. A
 * first deployment, a repeated one, and a rollback to an earlier commit are judged
 * by the push of their own commit.
 */
export function traceRelease(
  deployed: Evidence<'service-deployed'>,
  index: EvidenceIndex,
): Release {
  const { commit } = deployed.predicate.deployment;
  if (commit === undefined) {
    return { steps: [], gap: 'release-range-unknown' };
  }
  const own = index.findPush(commit, releaseBranch(deployed));
  const previous = previousDeployment(deployed, index);
  const from = previous?.predicate.deployment.commit;
  if (!own) {
    return withoutPush(index.findChange(commit), from);
  }
  if (!previous || from === undefined || isReturn(own, previous, index)) {
    return { steps: splitIntoSteps(own, index) };
  }
  const steps: ReleaseStep[] = [];
  for (const push of walkBack(own, index)) {
    if (push !== own && isCommit(push.predicate.after, from)) {
      return { steps };
    }
    // The whole push, if it contained more than the previously deployed commit:
    // the other commits were not deployed with that one.
    steps.push(...splitIntoSteps(push, index));
    if (contains(push, from) || isCommit(push.predicate.before, from)) {
      return { steps };
    }
  }
  return { steps, gap: 'release-range-incomplete' };
}

/** Of a commit whose push was not received, only its own change is known. */
function withoutPush(
  change: Evidence<'change-merged'> | undefined,
  previous: string | undefined,
): Release {
  if (!change) {
    return { steps: [], gap: 'release-range-unknown' };
  }
  return {
    steps: [{ commits: [], change }],
    // There may be more between it and the previous deployment.
    ...(previous !== undefined && { gap: 'release-range-unknown' }),
  };
}

/** A push and those before it, as far as they are known. */
function* walkBack(from: Push, index: EvidenceIndex): Generator<Push> {
  const seen = new Set<string>();
  let push: Push | undefined = from;
  while (push && !seen.has(push.id) && seen.size < MAX_PUSHES) {
    yield push;
    seen.add(push.id);
    const { before, branch }: Push['predicate'] = push.predicate;
    push = before === undefined ? undefined : index.findPush(before, branch);
  }
}

/** The commit replaced came later than the one that replaces it. */
function isReturn(
  own: Push,
  previous: Evidence<'service-deployed'>,
  index: EvidenceIndex,
): boolean {
  const { commit = '' } = previous.predicate.deployment;
  const replaced = index.findPush(commit, releaseBranch(previous));
  if (replaced?.id === own.id) {
    return true;
  }
  return (
    replaced !== undefined &&
    isCommit(replaced.predicate.after, commit) &&
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

function previousDeployment(
  deployed: Evidence<'service-deployed'>,
  index: EvidenceIndex,
): Evidence<'service-deployed'> | undefined {
  const { environment } = deployed.predicate.deployment;
  const repository = findRepository(deployed);
  return index
    .ofType('service-deployed')
    .filter(
      item =>
        item.observedAt < deployed.observedAt &&
        item.predicate.deployment.environment.name === environment.name &&
        findRepository(item) === repository,
    )
    .at(-1);
}

function findRepository(item: Evidence): string | undefined {
  const subject = item.subjects.find(({ kind }) => kind === 'repository');
  return subject && subjectKey(subject);
}
