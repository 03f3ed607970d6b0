import type {
  Instant,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { type BuildFacts, runOf, subjectsOf } from './BuildFacts';

/** A report of tests; one of several modules has a total, others what passed. */
export const TestReport = z.looseObject({
  failCount: z.number().int().nonnegative(),
  skipCount: z.number().int().nonnegative(),
  passCount: z.number().int().nonnegative().nullish(),
  totalCount: z.number().int().nonnegative().nullish(),
});

/** Tests of a build by result, as Jenkins counts them. */
export type TestCounts = {
  readonly failCount?: number | null;
  readonly skipCount?: number | null;
  readonly totalCount?: number | null;
};

/**
 * All tests of a build as one suite. None without tests: a report of no tests
 * shows nothing.
 */
export function testStatement(
  facts: BuildFacts,
  counts: TestCounts,
  finishedAt: Instant,
): Statement[] {
  const { failCount, skipCount, totalCount } = counts;
  const total = totalCount ?? 0;
  const failed = failCount ?? 0;
  const skipped = skipCount ?? 0;
  if (total === 0 || failed + skipped > total) {
    return [];
  }
  const url = `${facts.url}testReport/`;
  return [
    {
      type: 'test-suite-finished',
      subjects: subjectsOf(facts, { kind: 'test-suite', uri: url }),
      predicate: {
        suite: { id: url, url },
        outcome: failed > 0 ? 'failure' : 'success',
        counts: { total, passed: total - failed - skipped, failed, skipped },
        run: runOf(facts),
        ...(facts.commit && { commit: facts.commit }),
        finishedAt,
      },
      observedAt: finishedAt,
      sourceId: 'jenkins',
    },
  ];
}
