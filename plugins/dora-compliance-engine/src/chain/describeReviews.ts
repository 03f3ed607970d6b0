import {
  type Evidence,
  identityLabel,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { findApproval } from '../judgement/independence/approval';
import { listIds } from '../judgement/listIds';
import type { KnownDeployment } from '../lineage/Deployments';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import type { ChainStep } from './Chain';

type Merge = Evidence<'change-merged'>;

/**
 * The reviews of all changes of a release. The step is known if each change has an
 * approval that counts, by the same rules as for the independence of approvers: not
 * dismissed or withdrawn, of the commits that were merged, in time. Whether the approver
 * had a hand in the change is for the controls to judge. What is not known of the changes
 * is not known of their reviews.
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
  const { deployedAt } = deployment.first.predicate;
  const reviews = changes.flatMap(merge =>
    index.onChange('change-reviewed', merge),
  );
  const without = changes
    .map(merge => findApproval(merge, { hands: [], deployedAt, index }))
    .find(({ passed }) => passed !== true);
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
    return { ...step, state: 'missing', why: without.cause };
  }
  return change.state === 'known'
    ? { ...step, state: 'known' }
    : { ...step, state: 'missing', ...(change.why && { why: change.why }) };
}
