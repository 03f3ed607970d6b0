import {
  type Day,
  type Instant,
  operations,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Router } from 'express';
import { errorDetail } from '../read/errorDetail';
import type { KnexControlTimelines } from '../read/timeline/KnexControlTimelines';
import { bindOperation, type Guards } from './bindOperation';
import { Fault } from './Fault';
import { unknownAsset } from './unknownAsset';

/** What the operation on the time line of a control uses. */
export type TimelineRouterOptions = {
  timelines: KnexControlTimelines;
  now: () => Instant;
};

/** How far a time line goes back by default, and at most. */
const BY_DEFAULT = 'P90D';
const AT_MOST = 'P400D';

/** The operation on the time line of a control. */
export function bindTimelineOperations(
  router: Router,
  options: Guards & TimelineRouterOptions,
): void {
  const { timelines } = options;
  bindOperation(
    router,
    options,
    operations.readControlTimeline,
    async ({ entityRef, controlId, from: day, reader }) => {
      const now = options.now();
      const found = await timelines.read(
        { entityRef, controlId },
        { from: findStart(day, now), now },
        reader,
      );
      if (found === 'asset-unknown') {
        return unknownAsset(entityRef);
      }
      if (found === 'control-unknown') {
        throw new Fault(found, errorDetail(found, { controlId }));
      }
      return found;
    },
  );
}

function findStart(day: Day | undefined, now: Instant): Instant {
  if (!day) {
    return subtractDuration(now, BY_DEFAULT);
  }
  const earliest = subtractDuration(now, AT_MOST).slice(0, 10);
  const latest = now.slice(0, 10);
  if (day < earliest || day > latest) {
    throw new Fault(
      'request-invalid',
      errorDetail('parameter-invalid', {
        parameter: 'query.from',
        problem: `must be from ${earliest} to ${latest}`,
      }),
    );
  }
  return `${day}T00:00:00.000Z` as Instant;
}
