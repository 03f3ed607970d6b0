import type { Evidence } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import fc from 'fast-check';
import { EvidenceIndex } from '../lineage/EvidenceIndex';
import {
  acknowledged,
  alerted,
  detected,
  resolved,
} from '../testing/production';
import { at, deployed } from '../testing/story';
import { traceAfterDeployments } from './traceAfterDeployment';

const minute = fc.integer({ min: 0, max: 300 });
const length = fc.integer({ min: 0, max: 90 });

const releases = fc
  .uniqueArray(minute, { minLength: 1, maxLength: 4 })
  .map(times => times.map(time => deployed(time, `m${time}`)));

/** An alert that fires once, with some of its reports. */
const alert = fc
  .record({
    id: fc.constantFrom('f1', 'f2', 'f3'),
    started: minute,
    acknowledgedAfter: fc.option(length),
    resolvedAfter: fc.option(length),
  })
  .map(({ id, started, acknowledgedAfter, resolvedAfter }) => [
    alerted('firing', started, { id, started }),
    ...(acknowledgedAfter === null
      ? []
      : [
          alerted('acknowledged', started + acknowledgedAfter, { id, started }),
        ]),
    ...(resolvedAfter === null
      ? []
      : [alerted('resolved', started + resolvedAfter, { id, started })]),
  ]);

const incident = fc
  .record({ start: minute, responded: length, ended: length })
  .map(({ start, responded, ended }) => [
    detected(start),
    acknowledged(start + responded),
    resolved(start + ended),
  ]);

const alerts = fc.uniqueArray(alert, {
  maxLength: 5,
  selector: ([first]) => JSON.stringify([first?.subjects, first?.observedAt]),
});

const story = fc
  .tuple(releases, alerts, fc.option(incident))
  .map(([some, fired, one]): Evidence[] => [
    ...some,
    ...fired.flat(),
    ...(one ?? []),
  ]);

const trace = (all: readonly Evidence[]) =>
  traceAfterDeployments(new EvidenceIndex(all, at(10_000)));

const shuffle = (all: Evidence[]) =>
  fc
    .shuffledSubarray(all, { minLength: all.length })
    .map(mixed => ({ all, mixed }));

it('does not depend on the order in which reports arrive', () => {
  fc.assert(
    fc.property(story.chain(shuffle), ({ all, mixed }) => {
      expect(trace(mixed)).toEqual(trace(all));
    }),
  );
});

it('lists what began within the hour, in order, and measures no time backwards', () => {
  fc.assert(
    fc.property(story, all => {
      for (const { deployment, until, events, timeTo } of trace(all)) {
        const begins = events.map(({ from }) => from!);
        expect(begins).toEqual([...begins].sort());
        expect(begins.every(one => one >= deployment.at && one <= until)).toBe(
          true,
        );
        for (const time of Object.values(timeTo)) {
          expect(time === undefined || time >= 0).toBe(true);
        }
      }
    }),
  );
});

it('is never better for a report that is missing', () => {
  fc.assert(
    fc.property(story, fc.nat(), (all, nth) => {
      const ends = all.filter(
        ({ type, predicate }) =>
          type === 'incident-resolved' ||
          type === 'incident-acknowledged' ||
          ('state' in predicate && predicate.state !== 'firing'),
      );
      const dropped = ends[nth % Math.max(ends.length, 1)];
      const before = trace(all);
      trace(all.filter(one => one !== dropped)).forEach((after, place) => {
        const was = before[place]!;
        for (const time of ['respond', 'restore'] as const) {
          expect(after.timeTo[time] ?? Infinity).toBeGreaterThanOrEqual(
            was.timeTo[time] ?? Infinity,
          );
        }
      });
    }),
  );
});
