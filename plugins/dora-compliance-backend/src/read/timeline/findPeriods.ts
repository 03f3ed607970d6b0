import type {
  ControlStatus,
  Instant,
  Reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { StatusDays } from '../../scores/past/listStatusDays';

/** What is known of the statuses of a pair. */
export type StatusFacts = {
  /** When the first assessment was recorded; absent if there is none. */
  recordedFrom?: Instant | undefined;
  /** From when on, and each change after it, earliest first. */
  recorded: readonly RecordedStatus[];
  /** Days before the record. */
  past: StatusDays;
};

/** From when on a status was recorded, and why. */
export type RecordedStatus = {
  at: Instant;
  status: ControlStatus;
  reason?: Reason | undefined;
};

/** A time with one status. */
export type StatusPeriod = {
  status: ControlStatus;
  from: Instant;
  to: Instant;
  /** Why it began; known of what was recorded. */
  reason?: Reason | undefined;
  isReconstructed: boolean;
};

/**
 * The times with one status each, without gaps, earliest first. What was recorded is as
 * it was known then; what is reconstructed has whole days (UTC).
 */
export function findPeriods(
  { recordedFrom, recorded, past }: StatusFacts,
  { from, to }: { from: Instant; to: Instant },
): StatusPeriod[] {
  const endOfPast = recordedFrom ?? to;
  const reconstructed = past.map(([day, status], place) => {
    const next = past[place + 1]?.[0];
    const end = next ? startDay(next) : endOfPast;
    return {
      status,
      from: startDay(day),
      to: end < endOfPast ? end : endOfPast,
      isReconstructed: true,
    };
  });
  const known = recorded.map(({ at, status, reason }, place) => ({
    status,
    from: at,
    to: recorded[place + 1]?.at ?? to,
    reason,
    isReconstructed: false,
  }));
  return [...reconstructed, ...known]
    .map(period => ({
      ...period,
      from: period.from < from ? from : period.from,
      to: period.to < to ? period.to : to,
    }))
    .filter(period => period.from < period.to);
}

function startDay(day: string): Instant {
  return `${day}T00:00:00.000Z` as Instant;
}
