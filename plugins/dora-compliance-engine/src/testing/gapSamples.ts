import type { GapAdviceParams } from '../explain/language/GapAdviceParams';

const since = '2026-03-01T11:00:30.000Z';
const source = 'github';

/** Parameters for each piece of advice on a gap. */
export const gapSamples: {
  [K in keyof GapAdviceParams]: readonly GapAdviceParams[K][];
} = {
  'start-backfill': [{ source, from: '2026-03-01T10:00:00.000Z' }],
  'configure-collection': [
    { source, configure: 'credentials for its host under integrations.github' },
  ],
  'could-not-be-read': [{ source, problem: 'runs: GitHub answered 403' }],
  'only-pushes': [{ source: 'cdevents' }],
  'source-is-off': [{ why: 'GitHub is off: it is not configured.' }],
  'work-failed': [{ source, way: 'backfill', problem: 'GitHub answered 403.' }],
  'work-queued': [
    { source, way: 'delivery-log', since },
    { source, way: 'round', since },
    { source, way: 'backfill', since },
  ],
  'counts-until-source-delivers': [{}],
  'leaves-window-of-each-control': [{}],
  'leaves-window-on': [{ day: '2026-05-30' }],
};
