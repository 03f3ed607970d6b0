import type { GapAdviceParams } from '../language/GapAdviceParams';
import type { GapWork } from '../language/GapClosing';
import type { SentencesOf } from '../language/Sentences';
import { moment, withoutPeriod } from './words';

const work: Readonly<Record<GapWork['way'], (source: string) => string>> = {
  'delivery-log': source => `reading the delivery log of ${source}`,
  round: source => `a collection round of ${source}`,
  backfill: source => `a backfill of ${source}`,
};

export const gapAdvice: SentencesOf<GapAdviceParams> = {
  'start-backfill': ({ source, from }) =>
    `Start a backfill of ${source} on the page Evidence that goes back to ${moment(
      from,
    )} or earlier.`,
  'configure-collection': ({ source, configure }) =>
    `${source} is not collected. Configure ${configure}: the backend then collects the evidence of this gap.`,
  'could-not-be-read': ({ source, problem }) =>
    `${source} could not be read: ${withoutPeriod(
      problem,
    )}. Give its credentials the permissions that the README of its module lists. The next complete round or backfill closes the gap; both start automatically.`,
  'only-pushes': ({ source }) =>
    `${source} only pushes, so the evidence of this gap can't be collected.`,
  'source-is-off': ({ why }) =>
    `${withoutPeriod(why)}. The gap lasts until the source is on again.`,
  'work-failed': ({ source, way, problem }) =>
    `The gap is closed by ${work[way](
      source,
    )}. The last attempt failed: ${withoutPeriod(
      problem,
    )}. The backend retries it automatically. If access was denied, give the credentials the permissions that the README of the module lists.`,
  'work-queued': ({ source, way, since }) =>
    `You do not have to do anything: ${work[way](
      source,
    )} will close the gap. This has been queued since ${moment(since)}.`,
  'counts-until-source-delivers': () =>
    'The gap lasts until the source delivers again.',
  'leaves-window-of-each-control': () =>
    'The gap affects a control until it is older than the time window of that control, at the latest.',
  'leaves-window-on': ({ day }) =>
    `The gap affects this control until ${day} at the latest. After that it is outside the time window of the control.`,
};
