import { Repository } from '../fields';
import type { PartReader } from './AzureDevOpsAnswers';
import { Definition } from './definitions';
import { PATHS } from './paths';
import { appliesTo, listRequiredReviewers, Policy } from './policies';

/**
 * Who must review changes of each pipeline file on the default branch, by the policies
 * with required reviewers. Azure DevOps names reviewers by their ids. Policies are no
 * file, so that nobody can own it.
 */
export const readCodeOwners: PartReader = answers => {
  const repository = answers.one(PATHS.repository, Repository);
  if (!repository) {
    return [];
  }
  const definitions = answers.items(PATHS.definitions, Definition);
  const policies = answers.items(PATHS.policies, Policy);
  const flaws = [...definitions.flaws, ...policies.flaws];
  const { defaultBranch: ref } = repository;
  const inForce = policies.items.filter(
    policy =>
      ref &&
      appliesTo(policy, { repositoryId: repository.id, ref, isDefault: true }),
  );
  const files = new Set(
    definitions.items.flatMap(({ process }) => process?.yamlFilename || []),
  );
  const statement = answers.setting(
    'code-owners-observed',
    {
      definitions: [...files]
        .map(file => file.replace(/^\//, ''))
        .map(path => ({
          path,
          owners: listRequiredReviewers(inForce, path),
        })),
    },
    flaws,
  );
  return { statements: [statement], flaws };
};
