import {
  identityLabel,
  reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { allowedByReviewers } from '../judgement/independence/allowedByReviewers';
import type { KnownDeployment } from '../lineage/Deployments';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import type { ChainStep } from './Chain';
import { describeChecks } from './describeChecks';

/**
 * The decisions of the reviewers of the environment, by the rules of the controls. Not
 * every environment asks for them, so a deployment without any lacks nothing: that
 * changes are approved is what their reviews show.
 */
export function describeApproval(
  deployment: KnownDeployment,
  index: EvidenceIndex,
): ChainStep {
  const checks = allowedByReviewers(deployment, index);
  if (checks.length === 0) {
    const { environment } = deployment;
    return {
      step: 'approval',
      state: 'none',
      why: reason('deployment-approval-unreported', { environment }),
      items: [],
      evidence: [],
    };
  }
  const consulted = new Set(checks.flatMap(({ evidence }) => evidence));
  const decisions = index
    .ofType('deployment-reviewed')
    .filter(({ id }) => consulted.has(id));
  return describeChecks('approval', {
    checks,
    items: decisions.map(({ predicate }) => ({
      title: predicate.environment.name,
      uri: predicate.run?.url,
      by: predicate.reviewer && identityLabel(predicate.reviewer),
      at: predicate.decidedAt,
      decision: predicate.decision,
    })),
  });
}
