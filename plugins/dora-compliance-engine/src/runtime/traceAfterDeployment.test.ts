import type {
  Duration,
  Evidence,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { EvidenceIndex } from '../lineage/EvidenceIndex';
import {
  acknowledged,
  alerted,
  detected,
  resolved,
} from '../testing/production';
import { at, deployed, evidence, person } from '../testing/story';
import {
  traceAfterDeployment,
  traceAfterDeployments,
} from './traceAfterDeployment';

const MINUTE = 60_000;
const release = deployed(100, 'm');

const trace = (all: Evidence[], { asOf = 1000, within = 'PT1H' } = {}) => {
  const index = new EvidenceIndex([release, ...all], at(asOf));
  const first = index.findDeployment(release)!;
  return traceAfterDeployment(first, index, within as Duration);
};
const titles = (all: Evidence[]) => trace(all).events.map(({ title }) => title);

describe('after a deployment', () => {
  it('the page of a change tells what fired, who responded, and when it ended', () => {
    const found = trace([
      alerted('firing', 104, { severity: 'critical' }),
      alerted('acknowledged', 109, { started: 104 }),
      alerted('resolved', 131, { started: 104 }),
    ]);
    expect(found).toMatchObject({
      until: at(160),
      isOver: true,
      events: [
        {
          kind: 'alert',
          title: 'HighErrorRate',
          from: at(104),
          acknowledgedAt: at(109),
          acknowledgedBy: person('marta'),
          resolvedAt: at(131),
        },
      ],
      detectedAt: at(104),
      respondedAt: at(109),
      restoredAt: at(131),
      timeTo: {
        detect: 4 * MINUTE,
        respond: 5 * MINUTE,
        restore: 27 * MINUTE,
      },
    });
    expect(found.events[0]!.reports).toHaveLength(3);
  });

  it('nothing is known if nothing was reported', () => {
    expect(trace([])).toMatchObject({
      events: [],
      undated: [],
      rollback: undefined,
      detectedAt: undefined,
      respondedAt: undefined,
      restoredAt: undefined,
      timeTo: {},
    });
  });

  it.each([
    [99, []],
    [100, ['HighErrorRate']],
    [160, ['HighErrorRate']],
    [161, []],
  ])('an alert that fires at %d counts: %j', (minutes, expected) => {
    expect(titles([alerted('firing', minutes)])).toEqual(expected);
  });

  it('the time in which alerts count can be longer', () => {
    const late = [alerted('firing', 300)];
    expect(trace(late, { within: 'PT4H' }).events).toHaveLength(1);
    expect(trace([], { within: 'PT4H', asOf: 339 }).isOver).toBe(false);
    expect(trace([], { within: 'PT4H', asOf: 340 }).isOver).toBe(true);
  });

  it('an alert counts that only its end tells, if it says when it began', () => {
    expect(trace([alerted('resolved', 200, { started: 110 })])).toMatchObject({
      events: [{ from: at(110), resolvedAt: at(200) }],
    });
  });

  it('an alert whose beginning nobody tells may have begun then', () => {
    const ends = [
      alerted('resolved', 200, { started: null }),
      alerted('acknowledged', 99, { started: null, id: 'f2' }),
    ];
    const once = alerted('acknowledged', 100, { started: null, id: 'f3' });
    expect(trace([once]).undated).toHaveLength(1);
    const { events, undated } = trace(ends);
    expect(events).toEqual([]);
    expect(undated).toMatchObject([{ resolvedAt: at(200) }]);
  });

  it('each time that an alert fires is one of its own', () => {
    const { events, detectedAt } = trace([
      alerted('firing', 50),
      alerted('resolved', 60, { started: 50 }),
      alerted('firing', 120),
    ]);
    expect(events).toMatchObject([{ from: at(120), resolvedAt: undefined }]);
    expect(detectedAt).toBe(at(120));
  });

  it('reports without a beginning are about the time that is open', () => {
    const bare = { started: null };
    const { events } = trace([
      alerted('firing', 110, bare),
      alerted('acknowledged', 112, bare),
      alerted('resolved', 115, bare),
      alerted('firing', 130, bare),
    ]);
    expect(events).toMatchObject([
      { from: at(110), acknowledgedAt: at(112), resolvedAt: at(115) },
      { from: at(130), acknowledgedAt: undefined, resolvedAt: undefined },
    ]);
  });
});

describe('incidents after a deployment', () => {
  it('count like alerts', () => {
    const all = [
      alerted('firing', 112),
      alerted('resolved', 125, { started: 112 }),
      detected(110, { title: 'Bookings fail', severity: 'P1' }),
      acknowledged(113),
      resolved(140),
    ];
    expect(trace(all)).toMatchObject({
      events: [
        { kind: 'incident', title: 'Bookings fail', severity: 'P1' },
        { kind: 'alert' },
      ],
      timeTo: {
        detect: 10 * MINUTE,
        respond: 3 * MINUTE,
        restore: 30 * MINUTE,
      },
    });
  });

  it('are open again if they are detected after they were resolved', () => {
    const all = [detected(110), resolved(120), detected(130)];
    expect(trace(all).restoredAt).toBeUndefined();
    expect(trace([...all, resolved(150)]).restoredAt).toBe(at(150));
  });

  it('may have begun then, if only their end is known', () => {
    expect(trace([resolved(120)])).toMatchObject({
      events: [],
      undated: [{ title: 'INC-7' }],
    });
  });

  it('are responded to by whoever acknowledges any of them first', () => {
    const all = [
      detected(110),
      acknowledged(131),
      alerted('firing', 111),
      alerted('acknowledged', 120, { started: 111 }),
    ];
    expect(trace(all).respondedAt).toBe(at(120));
    expect(trace([...all, acknowledged(110)]).respondedAt).toBe(at(110));
  });

  it('are not responded to before they are detected', () => {
    const all = [detected(110), acknowledged(109)];
    expect(trace(all).respondedAt).toBeUndefined();
  });
});

describe('service is restored', () => {
  const alert = alerted('firing', 110);
  const end = alerted('resolved', 150, { started: 110 });
  const back = (minutes: number, more: Parameters<typeof deployed>[2] = {}) =>
    evidence('service-rolled-back', at(minutes), {
      deployment: deployed(minutes, 'old', more).predicate.deployment,
      rolledBackAt: at(minutes),
    });

  it('not while anything is open', () => {
    const other = alerted('firing', 111, { id: 'f2' });
    expect(trace([alert, other, end]).restoredAt).toBeUndefined();
  });

  it.each<[string, Evidence[], number]>([
    ['a rollback', [back(130)], 130],
    ['the end of the alert, if the rollback is later', [end, back(160)], 150],
    [
      'a deployment of what was there before',
      [deployed(10, 'old'), deployed(130, 'old')],
      130,
    ],
    ['the end of the alert, not by a fix', [end, deployed(130, 'fix')], 150],
    [
      'the end of the alert, not by a rollback of a later deployment',
      [end, deployed(115, 'fix'), back(130)],
      150,
    ],
    [
      'the end of the alert, not by a rollback before it fired',
      [end, back(105)],
      150,
    ],
  ])('by %s', (_, more, minutes) => {
    expect(trace([alert, ...more]).restoredAt).toBe(at(minutes));
  });

  it('by a rollback, although no source reports commits', () => {
    const bare = (minutes: number) =>
      deployed(minutes, 'm', { commit: undefined as never });
    const { deployment } = bare(130).predicate;
    const taken = evidence('service-rolled-back', at(130), {
      deployment,
      rolledBackAt: at(130),
    });
    const index = new EvidenceIndex(
      [bare(90), bare(100), alert, taken],
      at(999),
    );
    expect(
      traceAfterDeployments(index).map(({ restoredAt }) => restoredAt),
    ).toEqual([undefined, at(130), undefined]);
  });

  it.each<[string, Parameters<typeof back>[1], Evidence['subjects']]>([
    ['environment', { environment: { name: 'prod-us', production: true } }, []],
    ['repository', {}, [{ kind: 'repository', uri: 'https://git/cards' }]],
  ])('not by a rollback of another %s', (_, more, subjects) => {
    const other = back(130, more);
    const item = { ...other, ...(subjects.length > 0 && { subjects }) };
    expect(trace([alert, item as Evidence]).rollback).toBeUndefined();
    // What was there before does not count either.
    const before = deployed(10, 'old', more);
    const first = { ...before, ...(subjects.length > 0 && { subjects }) };
    const again = deployed(130, 'old');
    expect(trace([alert, first as Evidence, again]).rollback).toBeUndefined();
  });

  it('not by a deployment without a commit, which nobody calls a rollback', () => {
    const bare = (minutes: number) =>
      deployed(minutes, 'm', { commit: undefined as never });
    expect(trace([bare(10), bare(130)]).rollback).toBeUndefined();
  });

  it('at the moment at which it is detected', () => {
    const all = [alert, back(110)];
    expect(trace(all).restoredAt).toBe(at(110));
  });

  it('not by the same commit again', () => {
    const again = deployed(130, 'm', { id: 'again' });
    expect(trace([deployed(10, 'm'), again]).rollback).toBeUndefined();
  });
});

describe('the environment of an alert', () => {
  const environment = (name: string, more: object = {}) => ({
    environment: { name, production: false, ...more },
  });

  it.each([
    ['the one that was deployed to', environment('production'), true],
    ['not known', {}, true],
    [
      'production by another name',
      environment('prd', { production: true }),
      true,
    ],
    ['a name that says nothing', environment('blue'), true],
    ['staging', environment('staging'), false],
    [
      'not production, as configured',
      environment('blue', { classified: true }),
      false,
    ],
    [
      'another one that pipelines deploy to',
      environment('prod-us', { production: true }),
      false,
    ],
  ])('counts if it is %s: %j', (_, more, counts) => {
    const elsewhere = deployed(20, 'm', {
      environment: { name: 'prod-us', production: true },
    });
    expect(titles([elsewhere, alerted('firing', 110, more)])).toHaveLength(
      counts ? 1 : 0,
    );
  });

  it('is needed for a deployment that is not to production', () => {
    const staging = deployed(105, 'm', {
      environment: { name: 'staging', production: false },
    });
    const all = [
      staging,
      alerted('firing', 110, { id: 'f2' }),
      alerted('firing', 111, environment('staging')),
    ];
    const index = new EvidenceIndex(all, at(1000));
    const { events } = traceAfterDeployment(index.deployments[0]!, index);
    expect(events).toMatchObject([{ from: at(111) }]);
    expect(traceAfterDeployments(index)).toEqual([]);
  });
});

it('an alert after several deployments belongs to each', () => {
  const all = [release, deployed(120, 'n'), alerted('firing', 130)];
  const index = new EvidenceIndex(all, at(1000));
  expect(
    traceAfterDeployments(index).map(({ timeTo }) => timeTo.detect),
  ).toEqual([30 * MINUTE, 10 * MINUTE]);
});
