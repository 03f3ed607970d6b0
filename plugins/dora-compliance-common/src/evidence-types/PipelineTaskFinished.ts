import { z } from 'zod';
import { Instant } from '../time/Instant';
import { Outcome } from './Outcome';
import { RunReference } from './RunReference';

/**
 * What executed a task.
 *
 * @public
 */
export const Runner = z.object({
  name: z.string().optional(),
  group: z.string().optional(),
  labels: z.array(z.string()),
  /** Whether the entity runs it itself, if the source reports it. */
  selfHosted: z.boolean().optional(),
});

/** @public */
export type Runner = z.output<typeof Runner>;

/**
 * A task of a pipeline run ended: a job, a stage (CDEvents
 * `taskRun.finished`).
 *
 * @public
 */
export const PipelineTaskFinished = z.object({
  task: z.object({
    id: z.string(),
    name: z.string(),
    url: z.string().optional(),
  }),
  run: RunReference.optional(),
  outcome: Outcome,
  commit: z.string().optional(),
  runner: Runner.optional(),
  startedAt: Instant.optional(),
  finishedAt: Instant,
});
