import type { Evidence } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * The branch a deployment was made from, if its ref is one. A ref that is
 * a tag or a commit is not a branch that was pushed to.
 */
export function releaseBranch({
  predicate,
}: Evidence<'service-deployed'>): string | undefined {
  return predicate.deployment.ref?.replace(/^refs\/heads\//, '');
}
