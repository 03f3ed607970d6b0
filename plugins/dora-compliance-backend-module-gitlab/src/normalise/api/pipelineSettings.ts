import type { PartReader } from './GitlabAnswers';

/**
 * What a project lets its pipelines do. GitLab has no list of third-party
 * steps that may run, so nothing is said of it. No setting lets a pipeline approve
 * merge requests: approvals are not among what a job token can access.
 */
export const readPipelineSettings: PartReader = answers => {
  const project = answers.project;
  if (!project) {
    return [];
  }
  const {
    builds_access_level: builds,
    ci_push_repository_for_job_token_allowed: mayPush,
    ci_allow_fork_pipelines_to_run_in_parent_project: forks,
  } = project;
  return [
    answers.setting('pipeline-settings-observed', {
      ...(builds && { enabled: builds !== 'disabled' }),
      ...(typeof mayPush === 'boolean' && {
        defaultTokenRights: mayPush ? 'write' : 'read',
      }),
      mayApproveChanges: false,
      ...(typeof forks === 'boolean' && {
        forkPolicy: forks
          ? 'members may run pipelines of forks in the parent project'
          : 'pipelines of forks run in the fork alone',
      }),
    }),
  ];
};
