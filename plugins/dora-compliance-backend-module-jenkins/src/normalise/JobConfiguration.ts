import { z } from 'zod';

const Kept = z.number().int().positive().optional();

/**
 * What is kept of the configuration of a job. The rest is left out: it may
 * hold scripts and secrets.
 */
export const JobConfiguration = z.object({
  /** Name of the outermost element, e.g. `flow-definition`. */
  kind: z.string().min(1),
  /** Java class of what a pipeline is defined by. */
  definition: z.string().optional(),
  /** Path of the script, where it comes from a repository. */
  scriptPath: z.string().optional(),
  /** What starts it, by its Java class, with its schedule. */
  triggers: z.array(
    z.object({ type: z.string(), spec: z.string().optional() }),
  ),
  /** For how long and how many builds are kept; absent where it has no rule. */
  discarder: z.object({ days: Kept, builds: Kept }).optional(),
});

export type JobConfiguration = z.output<typeof JobConfiguration>;
