import { z } from 'zod';
import { Project } from '../fields';

/**
 * What is read of a project. Fields that GitLab hides from a token of little
 * rights, or has not in that version, are absent.
 */
export const ProjectSettings = Project.extend({
  id: z.number().int(),
  /** Payloads of webhooks have a text here. */
  namespace: z
    .union([z.string(), z.looseObject({ kind: z.string() })])
    .nullish(),
  secret_push_protection_enabled: z.boolean().nullish(),
  builds_access_level: z.string().nullish(),
  only_allow_merge_if_pipeline_succeeds: z.boolean().nullish(),
  allow_pipeline_trigger_approve_deployment: z.boolean().nullish(),
  ci_push_repository_for_job_token_allowed: z.boolean().nullish(),
  ci_allow_fork_pipelines_to_run_in_parent_project: z.boolean().nullish(),
  ci_delete_pipelines_in_seconds: z.number().nonnegative().nullish(),
  shared_with_groups: z
    .array(
      z.looseObject({
        group_full_path: z.string().min(1),
        group_access_level: z.number().int(),
      }),
    )
    .nullish(),
});

export type ProjectSettings = z.output<typeof ProjectSettings>;
