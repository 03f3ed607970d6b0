import { z } from 'zod';
import { Identity } from '../evidence/Identity';
import { Instant } from '../time/Instant';
import { Outcome } from './Outcome';

/**
 * A pipeline run ended (CDEvents `pipelineRun.finished`).
 *
 * @public
 */
export const PipelineRunFinished = z.object({
  pipeline: z.object({
    name: z.string(),
    /** Where it is defined in the repository. */
    path: z.string().optional(),
  }),
  run: z.object({
    id: z.string(),
    attempt: z.number().int().positive(),
    url: z.string(),
  }),
  outcome: Outcome,
  /** What it ran on, if the source reports it. */
  commit: z.string().optional(),
  branch: z.string().optional(),
  /** What started it, in the words of the source: push, schedule, … */
  trigger: z.string().optional(),
  triggeredBy: Identity.optional(),
  startedAt: Instant.optional(),
  finishedAt: Instant,
});
