import { z } from 'zod';
import { Identity } from '../evidence/Identity';

/**
 * What all evidence on a deployment says.
 *
 * @public
 */
export const Deployment = z.object({
  id: z.string(),
  url: z.string(),
  commit: z.string(),
  ref: z.string(),
  environment: z.object({
    name: z.string(),
    production: z.boolean(),
  }),
  /** Who or what asked for it. */
  deployer: Identity,
  /** What was deployed, by digest; a tag is no identification. */
  artifact: z
    .object({ name: z.string().optional(), digest: z.string() })
    .optional(),
  /** The run that deployed, where the source tells. */
  runUrl: z.string().optional(),
});

/** @public */
export type Deployment = z.output<typeof Deployment>;
