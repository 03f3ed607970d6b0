import { bodyOf } from './answers';
import type { CollectedReader } from './CollectedReader';
import { observed } from './observed';
import { PROJECT, ProjectSettings } from './ProjectSettings';

/**
 * What a project lets its pipelines do. GitLab has no list of third-party
 * steps that may run, and its job token can't approve merge requests, so
 * nothing is said of them.
 */
export const readPipelineSettings: CollectedReader = document => {
  const project = bodyOf(document, PROJECT, ProjectSettings);
  if (!project) {
    return [];
  }
  const {
    builds_access_level: builds,
    ci_push_repository_for_job_token_allowed: mayPush,
    ci_allow_fork_pipelines_to_run_in_parent_project: forks,
  } = project;
  return [
    observed('pipeline-settings-observed', document, {
      ...(builds && { enabled: builds !== 'disabled' }),
      ...(typeof mayPush === 'boolean' && {
        defaultTokenRights: mayPush ? 'write' : 'read',
      }),
      ...(typeof forks === 'boolean' && {
        forkPolicy: forks
          ? 'members may run pipelines of forks in the parent project'
          : 'pipelines of forks run in the fork alone',
      }),
    }),
  ];
};
