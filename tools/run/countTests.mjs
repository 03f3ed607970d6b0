import { existsSync, readFileSync } from 'node:fs';

/** Adds up passed and failed tests of several reports. */
export function addUp(counts) {
  return counts.reduce(
    (sum, { passed, failed }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
    }),
    { passed: 0, failed: 0 },
  );
}

/** Tests in a JSON report of Jest; a suite that can't run is a failed test. */
export function fromJest(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
  };
}

/** Tests in a JSON report of Playwright; a flaky one has not passed. */
export function fromPlaywright(report) {
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky };
}

/** Tests in the TAP output of node:test. */
export function fromTap(text) {
  const number = name =>
    Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  return { passed: number('pass'), failed: number('fail') };
}

/** Reads a report; one that was not written counts nothing. */
export function readCounts(file, read) {
  return existsSync(file)
    ? read(readFileSync(file, 'utf8'))
    : { passed: 0, failed: 0 };
}
