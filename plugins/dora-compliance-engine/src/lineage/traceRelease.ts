import {
  type Evidence,
  type Reason,
  reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { KnownDeployment } from './Deployments';
import type { EvidenceIndex } from './EvidenceIndex';
import { type Bases, findBases, type IsKnownGood } from './findBases';
import { findCut } from './findCut';
import { findRepository, isSameCommit, shorten } from './keys';
import { releaseBranch } from './releaseBranch';
import { type ReleaseStep, splitIntoSteps } from './ReleaseStep';

/** How many pushes a release may consist of. */
const MAX_PUSHES = 1000;

/** What a deployment brought that the one before it had not. */
export type Release = {
  steps: ReleaseStep[];
  /** Why it is not known in full: the first link that is not complete. */
  gap?: Reason;
  /** The earlier deployment that it begins after, if it is known. */
  base?: KnownDeployment;
};

type Push = Evidence<'commits-pushed'>;

/**
 * Walks back from the deployed commit, push by push on the branch it was
 * released from, to a commit that was deployed before, or to the start of the
 * branch. Each link says whether it is complete.
 */
export function traceRelease(
  deployment: KnownDeployment,
  index: EvidenceIndex,
  isKnownGood: IsKnownGood = () => false,
): Release {
  const { commit } = deployment;
  if (commit === undefined) {
    return { steps: [], gap: reason('commit-unknown') };
  }
  const repository = deployment.repository ?? index.findOnlyRepository(commit);
  const own = index.findPush(commit, {
    repository,
    branch: releaseBranch(deployment.first),
  });
  if (!own) {
    const changes = index.findChanges(commit, { repository });
    return {
      // There may be more between it and the previous deployment.
      steps: changes.length > 0 ? [{ commits: [], changes }] : [],
      gap: reason('release-range-unknown'),
    };
  }
  const bases = findBases(deployment, index, isKnownGood);
  return collectSteps(own, { bases, index, deployment });
}

function collectSteps(
  own: Push,
  {
    bases,
    index,
    deployment,
  }: { bases: Bases; index: EvidenceIndex; deployment: KnownDeployment },
): Release {
  const steps: ReleaseStep[] = [];
  let gap: Reason | undefined;
  let last = own;
  for (const push of walkBack(own, index)) {
    const earlier = push === own ? undefined : bases.find(push.predicate.after);
    if (earlier) {
      return finish(steps, gap, earlier);
    }
    // The whole push, if it contained more than the previously deployed commit:
    // the other commits were not deployed with that one.
    steps.push(...splitIntoSteps(push, index));
    gap ??= findCut(push, index);
    const { commit } = deployment;
    const base = findBase(push, bases, push === own ? commit : undefined);
    if (base || push.predicate.before === undefined) {
      return finish(steps, gap, base);
    }
    last = push;
  }
  const commit = shorten(last.predicate.before ?? last.predicate.after);
  return finish(
    steps,
    gap ??
      (bases.isFirst
        ? reason('baseline-unknown', {
            environment: deployment.environment,
            commit,
          })
        : reason('release-range-incomplete', { commit })),
  );
}

function finish(
  steps: ReleaseStep[],
  gap: Reason | undefined,
  base?: KnownDeployment,
): Release {
  return { steps, ...(gap && { gap }), ...(base && { base }) };
}

/**
 * The earlier deployment of a commit that a push contains or follows. What was
 * pushed together with the deployed commit, but after it, is not part of it.
 */
function findBase(
  { predicate: { before, commits } }: Push,
  bases: Bases,
  deployed: string | undefined,
): KnownDeployment | undefined {
  const place = commits.findIndex(({ commit }) =>
    isSameCommit(deployed, commit),
  );
  const contained = place < 0 ? commits : commits.slice(0, place);
  return [before, ...contained.map(({ commit }) => commit)]
    .map(commit => bases.find(commit))
    .find(Boolean);
}

/** A push and those before it, as far as they are known. */
function* walkBack(from: Push, index: EvidenceIndex): Generator<Push> {
  const repository = findRepository(from);
  const seen = new Set<string>();
  let push: Push | undefined = from;
  while (push && !seen.has(push.id) && seen.size < MAX_PUSHES) {
    yield push;
    seen.add(push.id);
    const { before, branch }: Push['predicate'] = push.predicate;
    push =
      before === undefined
        ? undefined
        : index.findPush(before, { repository, branch });
  }
}
