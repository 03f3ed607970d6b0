import {
  addDuration,
  Duration,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { FindingReport } from '../../population/traceFinding';

/** From the least to the most severe. */
const LEVELS = ['low', 'medium', 'high', 'critical'] as const;

/** By when a finding has to be fixed, and from when on that counts. */
export type Clock = {
  from: Instant;
  due: Instant;
  /** Whether it is known that it was not opened before. */
  isOpened: boolean;
  report: FindingReport;
};

/**
 * The clock that ends first. There is one for each severity up to the present one: it
 * runs from when the finding first had at least that severity. Where a source did not
 * tell the severity, it may have been any.
 *
 * @param reports - since it was opened, earliest first
 * @param options - when that was, if it is known, and the parameters of the control
 */
export function findFirstDue(
  reports: readonly FindingReport[],
  {
    openedAt,
    parameters,
  }: {
    openedAt: Instant | undefined;
    parameters: Readonly<Record<string, unknown>>;
  },
): Clock | undefined {
  const latest = reports.at(-1);
  const present = rank(latest?.predicate.severity);
  const clocks = LEVELS.slice(0, present + 1).flatMap((level, place) => {
    const report = reports.find(
      ({ predicate }) => rank(predicate.severity) >= place,
    );
    return report
      ? [toClock(level, report, { reports, openedAt, parameters })]
      : [];
  });
  return clocks.sort((a, b) => (a.due < b.due ? -1 : 1))[0];
}

/**
 * The clock of a secret, however severe its scanner holds it: whoever reads it can use
 * it. Only where the control has a time for secrets.
 */
export function findSecretDue(
  reports: readonly FindingReport[],
  {
    openedAt,
    parameters: { fixSecretWithin },
  }: {
    openedAt: Instant | undefined;
    parameters: Readonly<Record<string, unknown>>;
  },
): Clock | undefined {
  const [report] = reports;
  if (report?.predicate.kind !== 'secret' || fixSecretWithin === undefined) {
    return undefined;
  }
  const from = openedAt ?? report.observedAt;
  const due = addDuration(from, Duration.parse(fixSecretWithin));
  return { from, due, isOpened: openedAt !== undefined, report };
}

/** Unknown ranks above all. */
function rank(severity: string | undefined): number {
  const place = LEVELS.findIndex(level => level === severity);
  return place < 0 ? LEVELS.length : place;
}

function toClock(
  level: (typeof LEVELS)[number],
  report: FindingReport,
  {
    reports,
    openedAt,
    parameters,
  }: {
    reports: readonly FindingReport[];
    openedAt: Instant | undefined;
    parameters: Readonly<Record<string, unknown>>;
  },
): Clock {
  const isFirst = report === reports[0];
  const from = (isFirst ? openedAt : undefined) ?? report.observedAt;
  const name = `fix${level[0]!.toUpperCase()}${level.slice(1)}Within`;
  const due = addDuration(from, Duration.parse(parameters[name]));
  const isOpened = !isFirst || openedAt !== undefined;
  return { from, due, isOpened, report };
}
