import type {
  Evidence,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { EvidenceIndex } from '../lineage/EvidenceIndex';
import {
  acknowledged,
  alerted,
  detected,
  resolved,
} from '../testing/production';
import { at, person } from '../testing/story';
import { listAlerts } from './listAlerts';
import { listIncidents } from './listIncidents';

const index = (all: Evidence[]) => new EvidenceIndex(all, at(1000));
const alerts = (...all: Evidence[]) => listAlerts(index(all));
const incidents = (...all: Evidence[]) => listIncidents(index(all));

/** The evidence with other subjects, from another source. */
const told = (
  item: Evidence,
  subjects: Subject[],
  sourceId = item.sourceId,
): Evidence =>
  ({
    ...item,
    id: JSON.stringify([item.id, sourceId, subjects]),
    subjects,
    sourceId,
  } as never);
const repository: Subject = { kind: 'repository', uri: 'https://git/ledger' };

describe('alerts', () => {
  const named = (uri: string): Subject => ({ kind: 'alert', uri });

  it('are the same by their subject, whatever their id is', () => {
    const one = told(alerted('firing', 10), [named('urn:m:1')]);
    const end = told(alerted('resolved', 20, { started: 10, id: 'f2' }), [
      named('urn:m:1'),
    ]);
    const other = told(alerted('firing', 11), [named('urn:m:2')]);
    expect(alerts(one, end, other)).toMatchObject([
      { resolvedAt: at(20) },
      { resolvedAt: undefined },
    ]);
  });

  it('are the same by their id in their source, where no subject names them', () => {
    const bare = (item: Evidence, source?: string) =>
      told(item, [repository], source);
    const all = [
      bare(alerted('firing', 10)),
      bare(alerted('resolved', 20, { started: 10 })),
      bare(alerted('firing', 10, { id: 'f2' })),
      bare(alerted('firing', 10), 'grafana'),
    ];
    expect(alerts(...all).map(({ reports }) => reports.length)).toEqual([
      2, 1, 1,
    ]);
  });

  it('are as their last report describes them', () => {
    const severe = { started: 10, severity: 'critical', url: 'https://m/1' };
    const environment = { name: 'production', production: true };
    expect(
      alerts(
        alerted('firing', 10, { severity: 'warning' }),
        alerted('acknowledged', 12, { ...severe, environment }),
      ),
    ).toMatchObject([
      {
        kind: 'alert',
        title: 'HighErrorRate',
        severity: 'critical',
        url: 'https://m/1',
        environment,
        acknowledgedBy: person('marta'),
      },
    ]);
  });

  it('ended when the last report says so', () => {
    const ends = [20, 30].map(end => alerted('resolved', end, { started: 10 }));
    expect(alerts(...ends)).toMatchObject([{ resolvedAt: at(30) }]);
  });

  it('are listed once for each question', () => {
    const known = index([alerted('firing', 10), detected(10)]);
    expect(listAlerts(known)).toBe(listAlerts(known));
    expect(listIncidents(known)).toBe(listIncidents(known));
  });
});

describe('incidents', () => {
  const named = (uri: string): Subject => ({ kind: 'incident', uri });

  it('are the same by their subject, whatever their id is', () => {
    const one = told(detected(10), [repository, named('urn:p:1')]);
    const end = told(resolved(20, { id: 'INC-8' }), [
      repository,
      named('urn:p:1'),
    ]);
    const other = told(detected(11), [repository, named('urn:p:2')]);
    expect(incidents(one, end, other)).toMatchObject([
      { resolvedAt: at(20) },
      { resolvedAt: undefined },
    ]);
  });

  it('are the same by their id in their source, where no subject names them', () => {
    const all = [
      told(detected(10), [repository]),
      told(resolved(20), [repository]),
      told(detected(10, { id: 'INC-8' }), [repository]),
      told(detected(10), [repository], 'servicenow'),
    ];
    expect(incidents(...all).map(({ reports }) => reports.length)).toEqual([
      2, 1, 1,
    ]);
  });

  it('are as the last report that tells it describes them', () => {
    const environment = { name: 'production', production: true };
    expect(
      incidents(
        detected(10, { title: 'Slow', url: 'https://p/1', environment }),
        resolved(20, { title: 'Very slow' }),
        acknowledged(12),
        detected(30, { severity: 'P1', title: 'Down' }),
      ),
    ).toMatchObject([
      {
        kind: 'incident',
        title: 'Down',
        url: 'https://p/1',
        severity: 'P1',
        environment,
        from: at(10),
        acknowledgedAt: at(12),
        acknowledgedBy: person('marta'),
        resolvedAt: undefined,
        reports: [10, 12, 20, 30].map(minutes =>
          expect.objectContaining({ observedAt: at(minutes) }),
        ),
      },
    ]);
  });

  it('began with the earliest time, and end after the last detection', () => {
    const late = {
      ...detected(50),
      predicate: { incident: { id: 'INC-7' }, detectedAt: at(10) },
    } as Evidence;
    expect(incidents(detected(40), late, resolved(40))).toMatchObject([
      { from: at(10), resolvedAt: at(40) },
    ]);
    for (const all of [[late], []]) {
      expect(incidents(detected(40), ...all, resolved(30))).toMatchObject([
        { resolvedAt: undefined },
      ]);
    }
  });

  it('are resolved, although nobody tells when they were detected', () => {
    expect(incidents(resolved(20), acknowledged(25))).toMatchObject([
      { from: undefined, resolvedAt: at(20) },
    ]);
  });
});
