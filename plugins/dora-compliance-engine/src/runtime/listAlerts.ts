import {
  type Evidence,
  type Instant,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import type { ProductionEvent } from './AfterDeployment';

type Report = Evidence<'alert-changed'>;

/** One time that an alert fired, as its reports say. */
type Episode = { from: Instant | undefined; reports: Report[] };

/** Each deployment of an asset asks for the same ones. */
const listed = new WeakMap<EvidenceIndex, readonly ProductionEvent[]>();

/**
 * Each time that an alert fired, in the order of what is first known of it. Reports
 * of one alert are of the same time if they say that it began at the same time. If a
 * report does not say so, it is about the time that is open.
 *
 * @public
 */
export function listAlerts(index: EvidenceIndex): readonly ProductionEvent[] {
  const found = listed.get(index) ?? findAlerts(index);
  listed.set(index, found);
  return found;
}

function findAlerts(index: EvidenceIndex): ProductionEvent[] {
  const byAlert = new Map<string, Report[]>();
  for (const report of index.ofType('alert-changed')) {
    const key = identify(report);
    byAlert.set(key, [...(byAlert.get(key) ?? []), report]);
  }
  return [...byAlert.values()].flatMap(findEpisodes).map(describeAlert);
}

function identify({ subjects, sourceId, predicate }: Report): string {
  const subject = subjects.find(({ kind }) => kind === 'alert');
  return subject
    ? subjectKey(subject)
    : JSON.stringify([sourceId, predicate.alert.id]);
}

function findEpisodes(reports: readonly Report[]): Episode[] {
  const episodes: Episode[] = [];
  for (const report of reports) {
    const { startedAt, state, changedAt } = report.predicate;
    const from = startedAt ?? (state === 'firing' ? changedAt : undefined);
    const same = startedAt
      ? episodes.find(one => one.from === startedAt)
      : episodes.findLast(isOpen);
    if (same) {
      same.reports.push(report);
    } else {
      episodes.push({ from, reports: [report] });
    }
  }
  return episodes;
}

function isOpen({ reports }: Episode): boolean {
  return reports.every(({ predicate }) => predicate.state !== 'resolved');
}

function describeAlert({ from, reports }: Episode): ProductionEvent {
  const last = reports.at(-1)!.predicate;
  const { alert } = last;
  const first = (state: Report['predicate']['state']) =>
    reports.find(({ predicate }) => predicate.state === state)?.predicate;
  const acknowledged = first('acknowledged');
  return {
    kind: 'alert',
    title: alert.name,
    url: alert.url,
    severity: alert.severity,
    environment: alert.environment,
    receiver: last.receiver,
    from,
    acknowledgedAt: acknowledged?.changedAt,
    acknowledgedBy: acknowledged?.changedBy,
    resolvedAt: reports.findLast(
      ({ predicate }) => predicate.state === 'resolved',
    )?.predicate.changedAt,
    reports,
  };
}
