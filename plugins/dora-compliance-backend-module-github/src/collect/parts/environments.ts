import {
  Branches,
  BranchPolicies,
  Environments,
} from '../../normalise/api/environments';
import type { GithubPart } from '../GithubPart';

/** What environments demand, with the branches that may be deployed. */
export const environments: GithubPart = {
  name: 'environments',
  async ask({ inquiry, path }) {
    const found =
      (await inquiry.list(`${path}/environments?per_page=100`, Environments)) ??
      [];
    for (const { name, deployment_branch_policy: policy } of found) {
      if (policy?.custom_branch_policies) {
        const environment = encodeURIComponent(name);
        await inquiry.list(
          `${path}/environments/${environment}/deployment-branch-policies?per_page=100`,
          BranchPolicies,
        );
      }
    }
    if (found.some(one => one.deployment_branch_policy?.protected_branches)) {
      await inquiry.list(
        `${path}/branches?protected=true&per_page=100`,
        Branches,
      );
    }
  },
};
