import {
  type Evidence,
  isEvidenceOf,
  type Reason,
  reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { commitKey, type EvidenceIndex } from '../../lineage/EvidenceIndex';
import { releaseBranch } from '../../lineage/releaseBranch';
import {
  type Judge,
  type Judgement,
  judgeEvidence,
  type TimedCheck,
} from '../../registry/Judgement';

/** Identifies exactly one artifact; a tag such as `latest` does not. */
const DIGEST = /^sha(256|384|512):[0-9a-f]{64,}$/i;

/**
 * Whether a deployment can be traced to a reviewed change, a successful run
 * and an artifact identified by digest (RTS 2024/1774 Art 16(7)).
 */
export const judgeTraceability: Judge = (member, index) =>
  isEvidenceOf('service-deployed', member)
    ? [...ofCommit(member, index), artifactIdentified(member)]
    : [];

type Deployed = Evidence<'service-deployed'>;

function ofCommit(member: Deployed, index: EvidenceIndex): TimedCheck[] {
  const { commit } = member.predicate.deployment;
  return commit
    ? [changeKnown(member, commit, index), builtByRun(member, commit, index)]
    : (['change-known', 'built-by-successful-run'] as const).map(check => ({
        check,
        passed: null,
        cause: reason('commit-unknown'),
        evidence: [member.id],
      }));
}

function changeKnown(
  member: Deployed,
  commit: string,
  index: EvidenceIndex,
): TimedCheck {
  const push = index.findPush(commit, releaseBranch(member));
  const change = index.findChange(commit) ?? (push && mergedBy(push, index));
  return {
    check: 'change-known',
    passed: change !== undefined,
    cause: change
      ? reason('change-known', { change: change.predicate.change.number })
      : reason('change-unknown', { commit: commit.slice(0, 7) }),
    evidence: [change?.id ?? push?.id ?? member.id],
  };
}

/** The change that a push merged into the branch that was pushed to. */
function mergedBy(push: Evidence<'commits-pushed'>, index: EvidenceIndex) {
  const { after, branch } = push.predicate;
  const change = index.findChange(after);
  return change?.predicate.targetBranch === branch ? change : undefined;
}

function builtByRun(
  member: Deployed,
  commit: string,
  index: EvidenceIndex,
): TimedCheck {
  const runs = index
    .ofType('pipeline-run-finished')
    .filter(
      ({ predicate }) =>
        predicate.commit !== undefined &&
        commitKey(predicate.commit) === commitKey(commit),
    );
  const good = runs.find(
    run =>
      run.predicate.outcome === 'success' &&
      run.observedAt <= member.observedAt,
  );
  const late = runs.find(run => run.predicate.outcome === 'success');
  const last = late ?? runs.at(-1);
  const params = { commit: commit.slice(0, 7) };
  if (good) {
    const { name } = good.predicate.pipeline;
    return {
      check: 'built-by-successful-run',
      passed: true,
      cause: reason('run-succeeded', { ...params, pipeline: name }),
      evidence: [good.id],
    };
  }
  return {
    check: 'built-by-successful-run',
    passed: false,
    cause: last ? badRun(last, late, params) : reason('no-run', params),
    evidence: last ? [last.id] : [member.id],
  };
}

/** A run that failed, or succeeded too late. */
function badRun(
  { predicate }: Evidence<'pipeline-run-finished'>,
  late: unknown,
  params: { commit: string },
): Reason {
  const pipeline = predicate.pipeline.name;
  return late
    ? reason('run-after-deployment', { ...params, pipeline })
    : reason('run-failed', { ...params, pipeline, outcome: predicate.outcome });
}

function artifactIdentified(member: Deployed): TimedCheck {
  const digest = member.predicate.deployment.artifact?.digest ?? '';
  const isDigest = DIGEST.test(digest);
  return {
    check: 'artifact-identified',
    passed: isDigest,
    cause: isDigest
      ? reason('artifact-identified', { digest })
      : reason('artifact-unidentified'),
    evidence: [member.id],
  };
}

/** `change.traceability` in assertions. */
export const traceability: Judgement = {
  name: 'change.traceability',
  member: 'service-deployed',
  needs: {
    evidence: [
      {
        types: ['commits-pushed', 'change-merged', 'pipeline-run-finished'],
        key: 'commit',
        read: 'history',
      },
    ],
  },
  judge: judgeEvidence(judgeTraceability),
};
