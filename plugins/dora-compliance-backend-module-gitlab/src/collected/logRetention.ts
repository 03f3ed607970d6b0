import { bodyOf } from './answers';
import type { CollectedReader } from './CollectedReader';
import { observed } from './observed';
import { PROJECT, ProjectSettings } from './ProjectSettings';

const SECONDS_PER_DAY = 86_400;

/**
 * For how long pipelines and their logs are kept. Where GitLab deletes none by
 * itself, neither days nor runs are told: they stay until somebody deletes
 * them.
 */
export const readLogRetention: CollectedReader = document => {
  const project = bodyOf(document, PROJECT, ProjectSettings);
  if (!project) {
    return [];
  }
  const seconds = project.ci_delete_pipelines_in_seconds;
  return [
    observed('log-retention-observed', document, {
      ...(typeof seconds === 'number' && { days: seconds / SECONDS_PER_DAY }),
    }),
  ];
};
