import type {
  Evidence,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

export type FindingReport = Evidence<'security-finding-changed'>;

/** A finding since it was opened, or opened again after it had been fixed. */
export type TracedFinding = {
  /** Its state now. */
  latest: FindingReport;
  /** All reports since then, earliest first. */
  reports: readonly FindingReport[];
  /** Absent if no source reports it. */
  openedAt?: Instant;
};

/**
 * What reports of one finding say together. Only a fix that the scanner saw ends it:
 * somebody who closed it by hand was wrong if it is open again. A later report does
 * not make it younger.
 *
 * @param all - all reports, earliest first
 */
export function traceFinding(all: readonly FindingReport[]): TracedFinding {
  const latest = all.at(-1)!;
  const fixed = all.slice(0, -1).findLastIndex(isProvenFixed);
  const reports = all.slice(fixed + 1);
  const since = all[fixed]?.observedAt;
  const openedAt = findOpened(reports, since);
  return { latest, reports, ...(openedAt && { openedAt }) };
}

function isProvenFixed({ predicate: { state, changedBy } }: FindingReport) {
  return state === 'fixed' && changedBy === undefined;
}

/** The earliest time that any report gives; not from before it was fixed. */
function findOpened(
  reports: readonly FindingReport[],
  fixedAt: Instant | undefined,
): Instant | undefined {
  const told = reports.flatMap(({ predicate }) => predicate.openedAt ?? []);
  const [opened] = told.filter(at => !fixedAt || at > fixedAt).sort();
  const [first] = reports;
  const isSeenEarlier = opened && first && first.observedAt < opened;
  if (isSeenEarlier || (!opened && fixedAt)) {
    return first?.observedAt;
  }
  return opened;
}
