import {
  addDuration,
  Duration,
  type Evidence,
  EvidenceType,
  Instant,
  reason,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { earliest } from '../judgement/calendarDays';
import { TimeValue } from '../assertion/TimeValue';
import { definePopulation, type Member } from '../registry/Population';
import { countDays } from './countDays';
import { measureDuration } from './measureDuration';
import { succeeded } from './succeeded';

const DAY = 24 * 60 * 60 * 1000;

const Clause = z.strictObject({
  between: EvidenceType,
  within: Duration,
  /** How long before the window the event is looked for that begins the first. */
  before: Duration,
});

/** An interval, as assertions and judgements read it. */
const Interval = z.object({
  from: Instant,
  to: Instant,
  /** Whether it has not ended yet. */
  open: z.boolean(),
});

/**
 * Each interval between an event that succeeded and the next one, such as two
 * scans, as far as it overlaps the window. The last interval has not ended and
 * grows until the next event.
 */
export const intervalPopulation = definePopulation({
  name: 'interval',
  version: 2,
  clause: Clause,
  create: ({ between, within, before }) => ({
    member: { name: 'interval', schema: Interval },
    needs: {
      evidence: [
        {
          types: [between],
          key: 'asset',
          read: 'history',
          within: sumDurations(within, before),
        },
      ],
    },
    window: within,
    find({ asset, index, asOf, sourceHeard }) {
      const reach = subtractDuration(asOf, sumDurations(within, before));
      const events = index
        .ofType(between)
        .filter(item => succeeded(item) && item.observedAt > reach);
      const since = subtractDuration(asOf, within);
      const [first] = events;
      if (!first) {
        const why = sourceHeard
          ? reason('event-never-observed', {
              type: between,
              days: countDays(sumDurations(within, before)),
            })
          : reason(asset.linked ? 'source-silent' : 'asset-not-linked');
        return { members: [], empty: { status: 'not-assessed', reason: why } };
      }
      const members = events
        .map((event, place) => toMember(event, events[place + 1], asOf))
        .filter(({ describes }) => describes.period.to > since);
      return {
        members:
          first.observedAt > since
            ? [beginsUnknown(first, since), ...members]
            : members,
        validUntil: earliest(
          findLeaving(members, within),
          first.observedAt > since
            ? addDuration(first.observedAt, within)
            : undefined,
        ),
      };
    },
  }),
});

type IntervalMember = Member & {
  describes: { period: { from: Instant; to: Instant } };
};

function toMember(
  begin: Evidence,
  end: Evidence | undefined,
  asOf: Instant,
): IntervalMember {
  const period = { from: begin.observedAt, to: end?.observedAt ?? asOf };
  return {
    value: {
      from: period.from,
      // The end of one that has not ended moves with the time of the answer.
      to: end ? end.observedAt : TimeValue.asOf(asOf),
      open: !end,
    },
    evidence: end ? [begin, end] : [begin],
    describes: { kind: 'interval', period, at: period.to },
  };
}

/** What was before the first known event may be a long time without any. */
function beginsUnknown(first: Evidence, since: Instant): Member {
  const to = first.observedAt;
  return {
    value: { from: since, to, open: false },
    evidence: [first],
    describes: { kind: 'interval', period: { from: since, to }, at: to },
    problem: reason('interval-start-unknown', { type: first.type, first: to }),
  };
}

/** When the first interval that has ended leaves the window. */
function findLeaving(
  members: readonly IntervalMember[],
  within: Duration,
): Instant | undefined {
  const [first] = members;
  return first && members.length > 1
    ? addDuration(first.describes.period.to, within)
    : undefined;
}

/** At least as long as both together, whatever the months are. */
function sumDurations(a: Duration, b: Duration): Duration {
  const length = measureDuration(a).most + measureDuration(b).most;
  return `P${Math.ceil(length / DAY)}D` as Duration;
}
