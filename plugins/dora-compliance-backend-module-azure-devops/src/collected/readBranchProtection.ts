import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { Repository } from '../normalise/fields';
import { branchOf } from '../normalise/fields';
import { completeness, itemsAt, oneAt, PATHS } from './answers';
import { type CollectedReader, targetSubjects } from './CollectedReader';
import { appliesTo, type Branch, demandsOf, Policy } from './policies';

/** What policies demand of the default branch and the configured ones. */
export const readBranchProtection: CollectedReader = (document, scope) => {
  const repository = oneAt(document, PATHS.repository, Repository);
  if (!repository) {
    return { statements: [], flaws: [] };
  }
  const { defaultBranch } = repository;
  const { items, flaws } = itemsAt(document, PATHS.policies, Policy);
  const refs = new Set([
    ...(defaultBranch ? [defaultBranch] : []),
    ...scope.protectedBranches.map(branch => `refs/heads/${branch}`),
  ]);
  const statements = [...refs].map((ref): Statement => {
    const branch: Branch = {
      repositoryId: repository.id,
      ref,
      isDefault: ref === defaultBranch,
    };
    return {
      type: 'branch-protection-observed',
      subjects: targetSubjects(document),
      predicate: {
        ...completeness(document, flaws),
        branch: branchOf(ref),
        ...demandsOf(items.filter(policy => appliesTo(policy, branch))),
      },
      observedAt: document.collectedAt,
      sourceId: 'azure-devops',
    };
  });
  return { statements, flaws };
};
