import { z } from 'zod';

/** What is read of the answers of Azure DevOps. */

export const ProjectShape = z.looseObject({
  id: z.string().min(1),
  name: z.string().min(1),
});
export type Project = z.infer<typeof ProjectShape>;

export const PipelineReferenceShape = z.looseObject({ id: z.number().int() });

export const EnvironmentShape = z.looseObject({ name: z.string().min(1) });

/** Repositories of Azure Repos report their id, those of GitHub their name. */
export const PipelineShape = z.looseObject({
  id: z.number().int(),
  name: z.string().min(1),
  _links: z
    .looseObject({ web: z.looseObject({ href: z.string() }).optional() })
    .optional(),
  configuration: z
    .looseObject({
      type: z.string().optional(),
      repository: z
        .looseObject({
          type: z.string().optional(),
          id: z.string().optional(),
          fullName: z.string().optional(),
        })
        .optional(),
    })
    .optional(),
});
export type Pipeline = z.infer<typeof PipelineShape>;

export const RepositoryShape = z.looseObject({
  id: z.string().min(1),
  webUrl: z.string().min(1),
});
