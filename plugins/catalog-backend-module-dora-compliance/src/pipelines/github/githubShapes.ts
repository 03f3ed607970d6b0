import { z } from 'zod';

/** The fields we use of a page of `GET /orgs/{org}/repos`. */
export const Repositories = z.array(
  z.object({
    id: z.number().int(),
    name: z.string().min(1),
    full_name: z.string().min(1),
    html_url: z.string().min(1),
    archived: z.boolean(),
  }),
);

export type Repository = z.output<typeof Repositories>[number];

/** The fields we use of `GET /repos/{owner}/{repo}/actions/workflows`. */
export const Workflows = z.object({
  total_count: z.number().int().nonnegative(),
  workflows: z.array(
    z.object({
      name: z.string(),
      path: z.string().min(1),
      state: z.string(),
      html_url: z.string().min(1),
    }),
  ),
});

export type Workflow = z.output<typeof Workflows>['workflows'][number];

/** The field we use of `GET /repos/{owner}/{repo}/actions/permissions`. */
export const ActionsPermissions = z.object({ enabled: z.boolean() });
