import {
  gitlabCiFile,
  type GitlabCiFile,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';

/** What is read of a project; what GitLab hides from the token is missing. */
export const GitlabProjectShape = z.looseObject({
  id: z.number().int(),
  path_with_namespace: z.string().min(1),
  web_url: z.string().min(1),
  default_branch: z.string().nullish(),
  ci_config_path: z.string().nullish(),
  builds_access_level: z.string().optional(),
  jobs_enabled: z.boolean().optional(),
  shared_runners_enabled: z.boolean().optional(),
});

export type GitlabProject = z.infer<typeof GitlabProjectShape>;

/** None when the project has CI switched off or holds nothing yet. */
export function findCiFile(project: GitlabProject): GitlabCiFile | undefined {
  const off =
    project.builds_access_level === 'disabled' ||
    project.jobs_enabled === false;
  if (off || project.default_branch === null) {
    return undefined;
  }
  return gitlabCiFile(project.ci_config_path);
}
