import {
  type Evidence,
  type Incident,
  type Instant,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compareEvidence } from '../lineage/compareEvidence';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import type { ProductionEvent } from './AfterDeployment';

type Report = Evidence<
  'incident-acknowledged' | 'incident-detected' | 'incident-resolved'
>;

/** Each deployment of an asset asks for the same ones. */
const listed = new WeakMap<EvidenceIndex, readonly ProductionEvent[]>();

/**
 * Each incident. It is resolved if that was reported after it was last detected.
 *
 * @public
 */
export function listIncidents(
  index: EvidenceIndex,
): readonly ProductionEvent[] {
  const found = listed.get(index) ?? findIncidents(index);
  listed.set(index, found);
  return found;
}

function findIncidents(index: EvidenceIndex): ProductionEvent[] {
  const byIncident = new Map<string, Report[]>();
  for (const report of [
    ...index.ofType('incident-detected'),
    ...index.ofType('incident-acknowledged'),
    ...index.ofType('incident-resolved'),
  ]) {
    const key = identify(report);
    byIncident.set(key, [...(byIncident.get(key) ?? []), report]);
  }
  return [...byIncident.values()].map(describeIncident);
}

function identify({ subjects, sourceId, predicate }: Report): string {
  const subject = subjects.find(({ kind }) => kind === 'incident');
  return subject
    ? subjectKey(subject)
    : JSON.stringify([sourceId, predicate.incident.id]);
}

function describeIncident(all: readonly Report[]): ProductionEvent {
  const reports = [...all].sort(compareEvidence);
  const detections = reports
    .filter(isOf('incident-detected'))
    .map(({ predicate }) => predicate.detectedAt);
  const acknowledged = reports
    .filter(isOf('incident-acknowledged'))
    .map(({ predicate }) => predicate)
    .at(0);
  const ends = reports
    .filter(isOf('incident-resolved'))
    .map(({ predicate }) => predicate.resolvedAt);
  const last = [...detections].sort().at(-1);
  const told = reports.map(({ predicate }) => predicate.incident).reverse();
  return {
    kind: 'incident',
    title: findTold(told, 'title') ?? told[0]!.id,
    url: findTold(told, 'url'),
    severity: findTold(told, 'severity'),
    environment: told.find(one => one.environment)?.environment,
    from: [...detections].sort()[0],
    acknowledgedAt: acknowledged?.acknowledgedAt,
    acknowledgedBy: acknowledged?.acknowledgedBy,
    resolvedAt: ends.findLast((end: Instant) => !last || end >= last),
    reports,
  };
}

function isOf<T extends Report['type']>(type: T) {
  return (report: Report): report is Extract<Report, { type: T }> =>
    report.type === type;
}

function findTold(
  told: readonly Incident[],
  field: 'severity' | 'title' | 'url',
): string | undefined {
  return told.find(one => one[field])?.[field];
}
