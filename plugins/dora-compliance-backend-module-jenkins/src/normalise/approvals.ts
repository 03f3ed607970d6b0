import type {
  Identity,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { PartialReading } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { type BuildFacts, toRun, listSubjects } from './BuildFacts';
import { type BuildJson, RejectionCause } from './BuildJson';
import { rulesFor } from './deployment';
import { toIdentity, instantAt } from './fields';
import type { DeploymentRule, JenkinsScope } from './JenkinsScope';
import { stageRules } from './stages';
import {
  endOfNode,
  type StageDetail,
  type StageNode,
  type StageRun,
} from './StageView';

/** How Jenkins in English names the step `input`. */
const INPUT = /^Wait for interactive input/;

/** An input that was decided. */
type Decision = {
  readonly decision: 'approved' | 'rejected';
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly stage: StageNode;
  readonly reviewer?: Identity;
};

/**
 * Who let deployments of a build go ahead, or stopped them. The build shows
 * who, the steps of its stages show when; each approval counts for the
 * deployment that ends next after it.
 */
export function readApprovals(
  build: BuildJson,
  facts: BuildFacts,
  { run, details }: { run: StageRun; details: readonly StageDetail[] },
  scope: JenkinsScope,
): PartialReading {
  const { decisions, flaws } = readDecisions(build, facts, details);
  const statements = decisions.flatMap(decision =>
    environmentsFor(decision, facts, run, scope).map(rule =>
      reviewStatement(facts, decision, rule),
    ),
  );
  return { statements, flaws };
}

/** A step `input`, and the stage it is in. */
type Input = {
  readonly step: StageNode;
  readonly stage: StageNode;
  /** Milliseconds since 1970 at which it ended. */
  readonly at: number;
};

/**
 * The inputs, in the order they were decided. A stage lists those of the
 * stages within it too; the innermost, which comes last, is taken.
 */
function inputsIn(details: readonly StageDetail[]): Input[] {
  const found = new Map<string, Input>();
  for (const stage of details) {
    for (const step of stage.stageFlowNodes) {
      if (INPUT.test(step.name)) {
        found.set(step.id, { step, stage, at: endOfNode(step) });
      }
    }
  }
  return [...found.values()].sort((one, other) => one.at - other.at);
}

function readDecisions(
  build: BuildJson,
  facts: BuildFacts,
  details: readonly StageDetail[],
): { decisions: Decision[]; flaws: string[] } {
  const inputs = inputsIn(details);
  const approved = inputs.filter(({ step }) => step.status === 'SUCCESS');
  const approvers = build.actions
    .filter(({ _class }) => /\.ApproverAction$/.test(_class ?? ''))
    .map(({ userId }) => userId);
  // Approvals are recorded one by one; anonymous ones leave no approver.
  const isTold = approvers.length === approved.length;
  const decisions = approved.map(({ stage, at }, index): Decision => {
    const reviewer = isTold
      ? toIdentity({ id: approvers[index] }, facts.place.host)
      : undefined;
    return { decision: 'approved', at, stage, ...(reviewer && { reviewer }) };
  });
  const flaw = `Build ${facts.url} names ${approvers.length} approvers for ${approved.length} inputs; whose is which is not told`;
  return {
    decisions: [...decisions, ...findRejections(build, facts, inputs)],
    flaws: isTold ? [] : [flaw],
  };
}

/** An input that was aborted was rejected only where the build says so. */
function findRejections(
  build: BuildJson,
  facts: BuildFacts,
  inputs: readonly Input[],
): Decision[] {
  const stopped = inputs.filter(({ step }) =>
    ['ABORTED', 'FAILED'].includes(step.status),
  );
  const rejections = build.actions
    .flatMap(({ causes }) => causes ?? [])
    .filter(({ _class }) => /\.input\.Rejection$/.test(_class ?? ''));
  const [input] = stopped;
  const [rejection] = rejections;
  if (!input || !rejection || stopped.length + rejections.length > 2) {
    return [];
  }
  const { user, timestamp } = RejectionCause.safeParse(rejection).data ?? {};
  const reviewer = toIdentity(
    { id: user?.id, name: user?.fullName },
    facts.place.host,
  );
  return [
    {
      decision: 'rejected',
      at: timestamp ?? input.at,
      stage: input.stage,
      ...(reviewer && { reviewer }),
    },
  ];
}

/** Where the deployment goes that a decision is about. */
function environmentsFor(
  { at, stage }: Decision,
  facts: BuildFacts,
  run: StageRun,
  scope: JenkinsScope,
): DeploymentRule[] {
  const own = stageRules(facts, stage, scope);
  if (own.length > 0) {
    return own;
  }
  const [next] = run.stages
    .filter(later => endOfNode(later) >= at)
    .sort((one, other) => endOfNode(one) - endOfNode(other))
    .map(later => stageRules(facts, later, scope))
    .filter(rules => rules.length > 0);
  return (
    next ??
    rulesFor(facts.definition, facts.place.names, scope).filter(
      ({ stage: named }) => named === undefined,
    )
  );
}

function reviewStatement(
  facts: BuildFacts,
  { decision, at, reviewer }: Decision,
  { environment, production }: DeploymentRule,
): Statement {
  const decidedAt = instantAt(at);
  return {
    type: 'deployment-reviewed',
    subjects: listSubjects(facts),
    predicate: {
      environment: { name: environment, production },
      decision,
      ...(reviewer && { reviewer }),
      run: toRun(facts),
      ...(facts.commit && { commit: facts.commit }),
      decidedAt,
    },
    observedAt: decidedAt,
    sourceId: 'jenkins',
  };
}
