import type { PartReader } from './GitlabAnswers';

const SECONDS_PER_DAY = 86_400;

/**
 * For how long pipelines and their logs are kept. Where GitLab deletes none by
 * itself, neither days nor runs are reported: they stay until somebody deletes
 * them.
 */
export const readLogRetention: PartReader = answers => {
  const project = answers.project;
  if (!project) {
    return [];
  }
  const seconds = project.ci_delete_pipelines_in_seconds;
  return [
    answers.setting('log-retention-observed', {
      ...(typeof seconds === 'number' && { days: seconds / SECONDS_PER_DAY }),
    }),
  ];
};
