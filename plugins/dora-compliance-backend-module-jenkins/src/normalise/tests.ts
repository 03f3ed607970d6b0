import type {
  Instant,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { type BuildFacts, toRun, listSubjects } from './BuildFacts';

/** The report of the JUnit plugin, and of those that write the same. */
export const JUNIT = 'testReport';

/** A report of tests; one of several modules has a total, others what passed. */
export const TestReport = z.looseObject({
  failCount: z.number().int().nonnegative(),
  skipCount: z.number().int().nonnegative(),
  passCount: z.number().int().nonnegative().nullish(),
  totalCount: z.number().int().nonnegative().nullish(),
});

/** Tests of a build by result, as Jenkins counts them. */
type TestCounts = {
  readonly failCount?: number | null;
  readonly skipCount?: number | null;
  readonly totalCount?: number | null;
  readonly urlName?: string | null;
};

/** The last part of the address of a report; plugins have their own. */
export function reportName({ urlName }: TestCounts): string {
  return urlName && /^[\w-]{1,100}$/.test(urlName) ? urlName : JUNIT;
}

/**
 * All tests of a report as one suite. None without tests, for a report of no
 * tests shows nothing, and none where a count is missing.
 */
export function testStatement(
  facts: BuildFacts,
  counts: TestCounts,
  finishedAt: Instant,
): Statement[] {
  const { failCount: failed, skipCount: skipped, totalCount: total } = counts;
  if (!total || typeof failed !== 'number' || typeof skipped !== 'number') {
    return [];
  }
  if (failed + skipped > total) {
    return [];
  }
  const url = `${facts.url}${reportName(counts)}/`;
  return [
    {
      type: 'test-suite-finished',
      subjects: listSubjects(facts, { kind: 'test-suite', uri: url }),
      predicate: {
        suite: { id: url, url },
        outcome: failed > 0 ? 'failure' : 'success',
        counts: { total, passed: total - failed - skipped, failed, skipped },
        run: toRun(facts),
        ...(facts.commit && { commit: facts.commit }),
        finishedAt,
      },
      observedAt: finishedAt,
      sourceId: 'jenkins',
    },
  ];
}
