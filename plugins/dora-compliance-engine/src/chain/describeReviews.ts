import {
  type Evidence,
  identityLabel,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { reason } from '../judgement/independence/reasons';
import { listIds } from '../judgement/listIds';
import type { KnownDeployment } from '../lineage/Deployments';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import type { ChainStep } from './Chain';

type Merge = Evidence<'change-merged'>;
type Review = Evidence<'change-reviewed'>;

/**
 * The reviews of all changes of a release. The step is known if each change has an
 * approval from before the deployment. Whether the approver was independent is for the
 * controls to judge. What is not known of the changes is not known of their reviews.
 */
export function describeReviews(
  changes: readonly Merge[],
  context: {
    deployment: KnownDeployment;
    index: EvidenceIndex;
    change: ChainStep;
  },
): ChainStep {
  const { deployment, index, change } = context;
  const reviewed = changes.map(merge => ({
    merge,
    reviews: index.onChange('change-reviewed', merge),
  }));
  const without = reviewed.find(
    ({ reviews }) => !hasApproval(reviews, deployment),
  );
  const reviews = reviewed.flatMap(one => one.reviews);
  const step = {
    step: 'review' as const,
    items: reviews.map(({ predicate }) => ({
      title: `#${predicate.change.number}`,
      uri: predicate.change.url,
      by: identityLabel(predicate.reviewer),
      at: predicate.submittedAt,
      decision: predicate.decision,
    })),
    evidence: listIds([...reviews, ...changes]),
  };
  if (without) {
    const { number } = without.merge.predicate.change;
    return {
      ...step,
      state: 'missing',
      why: reason('no-approval', { change: number }),
    };
  }
  return change.state === 'known'
    ? { ...step, state: 'known' }
    : { ...step, state: 'missing', ...(change.why && { why: change.why }) };
}

function hasApproval(
  reviews: readonly Review[],
  { at }: KnownDeployment,
): boolean {
  const dismissed = new Set(
    reviews
      .filter(({ predicate }) => predicate.decision === 'dismissed')
      .map(({ predicate }) => predicate.reviewId),
  );
  return reviews.some(
    ({ predicate }) =>
      predicate.decision === 'approved' &&
      predicate.submittedAt <= at &&
      !dismissed.has(predicate.reviewId),
  );
}
