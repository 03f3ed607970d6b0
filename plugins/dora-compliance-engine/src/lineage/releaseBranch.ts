import type { Evidence } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * The branch a deployment was made from, where its ref names one. A ref that
 * is a tag or a commit names no branch that a push was made to.
 */
export function releaseBranch({
  predicate,
}: Evidence<'service-deployed'>): string | undefined {
  return predicate.deployment.ref?.replace(/^refs\/heads\//, '');
}
