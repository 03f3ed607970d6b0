import type {
  ControlStatus,
  ControlTimelineView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** Statuses that are no interruption. */
const CALM: ReadonlySet<ControlStatus> = new Set([
  'satisfied',
  'not-applicable',
]);

/** How long a control was satisfied, in milliseconds, and how often it was not. */
type PeriodSums = {
  satisfied: number;
  /** Of how much time anything is known. */
  known: number;
  /** Times in a row in which it was neither satisfied nor not applicable. */
  interruptions: number;
};

/** Sums up a time line. */
export function sumPeriods({
  periods,
  to: end,
}: Pick<ControlTimelineView, 'periods' | 'to'>): PeriodSums {
  const measured = periods.map(({ status, from, to = end }) => ({
    status,
    length: Date.parse(to) - Date.parse(from),
  }));
  const sum = (parts: typeof measured) =>
    parts.reduce((total, { length }) => total + length, 0);
  return {
    satisfied: sum(measured.filter(({ status }) => status === 'satisfied')),
    known: sum(measured),
    interruptions: measured.filter(({ status }, place) => {
      const later = measured[place - 1];
      return !CALM.has(status) && (!later || CALM.has(later.status));
    }).length,
  };
}
