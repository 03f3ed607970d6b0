import { z } from 'zod';
import { Instant } from '../time/Instant';
import { EnvironmentReference } from './EnvironmentReference';
import { Outcome } from './Outcome';
import { RunReference } from './RunReference';

/**
 * A suite of tests ended (CDEvents `testSuiteRun.finished`).
 *
 * @public
 */
export const TestSuiteFinished = z.object({
  suite: z.object({
    id: z.string().min(1),
    name: z.string().optional(),
    url: z.string().optional(),
  }),
  outcome: Outcome,
  /** Test cases by result, if the source reports it. */
  counts: z
    .object({
      total: z.number().int().nonnegative(),
      passed: z.number().int().nonnegative(),
      failed: z.number().int().nonnegative(),
      skipped: z.number().int().nonnegative(),
    })
    .optional(),
  run: RunReference.optional(),
  commit: z.string().optional(),
  /** Where it ran, if the source reports it. */
  environment: EnvironmentReference.optional(),
  finishedAt: Instant,
});
