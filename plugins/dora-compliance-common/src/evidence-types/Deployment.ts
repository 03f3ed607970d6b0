import { z } from 'zod';
import { Identity } from '../evidence/Identity';
import { EnvironmentReference } from './EnvironmentReference';

/**
 * What all evidence on a deployment says. A source that does not report the
 * commit or who deployed leaves them out; nothing is made up for them.
 *
 * @public
 */
export const Deployment = z.object({
  id: z.string(),
  url: z.string(),
  commit: z.string().optional(),
  ref: z.string().optional(),
  environment: EnvironmentReference,
  /** Who or what asked for it. */
  deployer: Identity.optional(),
  /** What was deployed, by digest; a tag is no identification. */
  artifact: z
    .object({ name: z.string().optional(), digest: z.string().optional() })
    .optional(),
  /** The run that deployed, if the source reports it. */
  runUrl: z.string().optional(),
});

/** @public */
export type Deployment = z.output<typeof Deployment>;
