import {
  type Evidence,
  identityLabel,
  reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { commitKey, type EvidenceIndex } from '../../lineage/EvidenceIndex';
import type { TimedCheck } from '../../registry/Judgement';

type Deployed = Evidence<'service-deployed'>;

/**
 * Whether the reviewers of the environment allowed a deployment, if any of them
 * decided before it. Of several runs, or attempts of a run, the last one deployed;
 * in it the last decision of each reviewer counts, and one rejection is enough.
 */
export function allowedByReviewers(
  member: Deployed,
  index: EvidenceIndex,
): TimedCheck[] {
  const decisions = index
    .ofType('deployment-reviewed')
    .filter(review => isAbout(review, member));
  const attempt = decisions.at(-1) && nameAttempt(decisions.at(-1)!);
  const last = new Map(
    decisions
      .filter(review => nameAttempt(review) === attempt)
      .map(review => [identify(review), review] as const),
  );
  const standing = [...last.values()];
  const rejection = standing.find(
    ({ predicate }) => predicate.decision === 'rejected',
  );
  const deciding = rejection ?? standing.at(-1);
  if (!deciding) {
    return [];
  }
  const { environment, reviewer } = deciding.predicate;
  return [
    {
      check: 'deployment-allowed',
      passed: !rejection,
      cause: reason(rejection ? 'deployment-rejected' : 'deployment-approved', {
        environment: environment.name,
        reviewer: reviewer ? identityLabel(reviewer) : '',
      }),
      evidence: [member.id, ...standing.map(({ id }) => id)],
    },
  ];
}

/** A decision before the deployment, about its run or else its commit. */
function isAbout(
  { predicate }: Evidence<'deployment-reviewed'>,
  { predicate: { deployment, deployedAt } }: Deployed,
): boolean {
  const { environment, decidedAt, run, commit } = predicate;
  if (
    decidedAt > deployedAt ||
    environment.name !== deployment.environment.name
  ) {
    return false;
  }
  return run?.url !== undefined && deployment.runUrl !== undefined
    ? run.url === deployment.runUrl
    : commit !== undefined &&
        deployment.commit !== undefined &&
        commitKey(commit) === commitKey(deployment.commit);
}

function identify({ id, predicate }: Evidence<'deployment-reviewed'>): string {
  const { reviewer } = predicate;
  return reviewer
    ? `${reviewer.system} ${reviewer.id ?? reviewer.login ?? id}`
    : id;
}

function nameAttempt({ predicate }: Evidence<'deployment-reviewed'>): string {
  const { run } = predicate;
  return run ? `${run.url ?? run.id} ${run.attempt ?? 1}` : '';
}
