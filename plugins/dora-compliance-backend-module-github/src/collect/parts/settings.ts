import { Collaborators, Teams } from '../../normalise/api/access';
import { SbomAnswer } from '../../normalise/api/sbom';
import {
  ActionsPermissions,
  ForkApproval,
  ForkWorkflows,
  LogRetention,
  RunnerGroups,
  Runners,
  SelectedActions,
  TokenPermissions,
} from '../../normalise/api/settings';
import type { GithubPart } from '../GithubPart';

/** What workflows may use and do. */
export const pipelineSettings: GithubPart = {
  name: 'pipeline-settings',
  async ask({ inquiry, path, repository }) {
    const at = `${path}/actions/permissions`;
    const actions = await inquiry.get(at, ActionsPermissions);
    if (actions?.allowed_actions === 'selected') {
      await inquiry.get(`${at}/selected-actions`, SelectedActions);
    }
    await inquiry.get(`${at}/workflow`, TokenPermissions);
    // Each holds for one kind of repository and is refused for the other.
    await (repository.private
      ? inquiry.get(`${at}/fork-pr-workflows-private-repos`, ForkWorkflows)
      : inquiry.get(`${at}/fork-pr-contributor-approval`, ForkApproval));
  },
};

/** For how long logs are kept. */
export const logRetention: GithubPart = {
  name: 'log-retention',
  async ask({ inquiry, path }) {
    await inquiry.get(
      `${path}/actions/permissions/artifact-and-log-retention`,
      LogRetention,
    );
  },
};

/** Machines registered for the repository, and those its owner shares. */
export const runners: GithubPart = {
  name: 'runners',
  async ask({ inquiry, path, repository: { owner } }) {
    await inquiry.list(`${path}/actions/runners?per_page=100`, Runners);
    if (owner.type === 'Organization') {
      const at = `/orgs/${owner.login}/actions/runner-groups`;
      const name = path.split('/').at(-1);
      const groups = await inquiry.list(
        `${at}?visible_to_repository=${name}&per_page=100`,
        RunnerGroups,
      );
      for (const { id } of groups ?? []) {
        await inquiry.list(`${at}/${id}/runners?per_page=100`, Runners);
      }
    }
  },
};

/** Who may do what. Only organizations have outsiders and teams. */
export const access: GithubPart = {
  name: 'access',
  async ask({ inquiry, path, repository }) {
    const at = `${path}/collaborators`;
    await inquiry.list(`${at}?affiliation=all&per_page=100`, Collaborators);
    if (repository.owner.type === 'Organization') {
      await inquiry.list(
        `${at}?affiliation=outside&per_page=100`,
        Collaborators,
      );
      await inquiry.list(`${path}/teams?per_page=100`, Teams);
    }
  },
};

/** The bill of materials. */
export const sbom: GithubPart = {
  name: 'sbom',
  async ask({ inquiry, path }) {
    await inquiry.get(`${path}/dependency-graph/sbom`, SbomAnswer);
  },
};
