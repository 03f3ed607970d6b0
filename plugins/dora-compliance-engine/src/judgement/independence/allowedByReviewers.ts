import {
  type Evidence,
  identityLabel,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { KnownDeployment } from '../../lineage/Deployments';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { isSameRun, nameRun } from '../../lineage/isSameRun';
import { isSameCommit } from '../../lineage/keys';
import type { TimedCheck } from '../../registry/Judgement';
import { listIds } from '../listIds';
import { reason } from './reasons';

/**
 * Whether the reviewers of the environment allowed a deployment, if any of them
 * decided before it. Of several runs, or attempts of a run, the last one deployed;
 * in it the last decision of each reviewer counts, and one rejection is enough.
 */
export function allowedByReviewers(
  deployment: KnownDeployment,
  index: EvidenceIndex,
): TimedCheck[] {
  const decisions = index
    .ofType('deployment-reviewed')
    .filter(review => isAbout(review, deployment));
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
      evidence: listIds([deciding, ...standing, ...deployment.reports]),
    },
  ];
}

/** A decision before the deployment, about its run or else its commit. */
function isAbout(
  { predicate }: Evidence<'deployment-reviewed'>,
  { first, environment: name, commit: deployed, runUrls }: KnownDeployment,
): boolean {
  const { environment, decidedAt, run, commit } = predicate;
  // Hosts do not distinguish environments by the case of their names.
  const isElsewhere = environment.name.toLowerCase() !== name.toLowerCase();
  if (decidedAt > first.predicate.deployedAt || isElsewhere) {
    return false;
  }
  const address = run?.url;
  return address !== undefined && runUrls.length > 0
    ? runUrls.some(url => isSameRun(url, address))
    : commit !== undefined &&
        deployed !== undefined &&
        isSameCommit(commit, deployed);
}

function identify({ id, predicate }: Evidence<'deployment-reviewed'>): string {
  const { reviewer } = predicate;
  return reviewer
    ? `${reviewer.system} ${reviewer.id ?? reviewer.login ?? id}`
    : id;
}

function nameAttempt({ predicate }: Evidence<'deployment-reviewed'>): string {
  const { run } = predicate;
  const name = run?.url === undefined ? run?.id : nameRun(run.url);
  return run ? `${name} ${run.attempt ?? 1}` : '';
}
