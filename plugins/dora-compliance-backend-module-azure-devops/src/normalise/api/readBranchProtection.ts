import { Repository } from '../fields';
import { toBranchName } from '../fields';
import { PATHS } from './paths';
import type { PartReader } from './AzureDevOpsAnswers';
import { appliesTo, type Branch, readDemands, Policy } from './policies';

/** What policies demand of the default branch and the configured ones. */
export const readBranchProtection: PartReader = (answers, scope) => {
  const repository = answers.one(PATHS.repository, Repository);
  if (!repository) {
    return [];
  }
  const { defaultBranch } = repository;
  const { items, flaws } = answers.items(PATHS.policies, Policy);
  const refs = new Set([
    ...(defaultBranch ? [defaultBranch] : []),
    ...scope.protectedBranches.map(branch => `refs/heads/${branch}`),
  ]);
  const statements = [...refs].map(ref => {
    const branch: Branch = {
      repositoryId: repository.id,
      ref,
      isDefault: ref === defaultBranch,
    };
    return answers.setting(
      'branch-protection-observed',
      {
        branch: toBranchName(ref),
        ...readDemands(items.filter(policy => appliesTo(policy, branch))),
      },
      flaws,
    );
  });
  return { statements, flaws };
};
