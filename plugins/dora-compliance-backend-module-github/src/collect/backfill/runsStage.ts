import {
  type Instant,
  instantOf,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { askRuns, MOST_RUNS } from '../parts/runs';
import type { BackfillStage } from './BackfillStage';

const Place = z.object({
  /** Spans of time that are still to be read, from and to, both included. */
  spans: z.array(z.tuple([z.string(), z.string()])).min(1),
  /** The next page of the first of them. */
  page: z.string().optional(),
});

type Place = z.output<typeof Place>;

/**
 * Runs by when they were created. GitHub lists no more than 1,000 of a span:
 * one with more is cut in half.
 */
export const runsStage: BackfillStage<Place> = {
  part: 'runs',
  place: Place,
  start: (_, { since, until }) => ({ spans: [[since, until]] }),
  async step({ inquiry, path }, place) {
    const [[from, to] = ['', ''], ...rest] = place.spans;
    const created = encodeURIComponent(`${secondOf(from)}..${secondOf(to)}`);
    const page =
      place.page ?? `${path}/actions/runs?created=${created}&per_page=20`;
    const found = await askRuns(inquiry, path, page);
    const halves =
      (found?.total ?? 0) > MOST_RUNS ? halvesOf(from, to) : undefined;
    if (halves) {
      return { inquiries: [], next: { spans: [...halves, ...rest] }, read: 0 };
    }
    if (found && (found.total ?? 0) > MOST_RUNS) {
      inquiry.lacks(
        `GitHub lists ${MOST_RUNS} of ${found.total} runs of one second at GET ${page}`,
      );
    }
    return {
      inquiries: [inquiry],
      read: found?.items.length ?? 0,
      ...next(found?.next, place.spans),
    };
  },
};

function next(page: string | undefined, spans: Place['spans']) {
  const rest = spans.slice(1);
  if (page) {
    return { next: { spans, page } };
  }
  return rest.length > 0 ? { next: { spans: rest } } : {};
}

/** Two spans that meet at a second; undefined for one that is a second long. */
function halvesOf(from: string, to: string): Place['spans'] | undefined {
  const start = Date.parse(secondOf(from));
  const end = Date.parse(secondOf(to));
  const middle = Math.floor((start + end) / 2000) * 1000;
  const at = (time: number): Instant => instantOf(new Date(time));
  return end > start
    ? [
        [from, at(middle)],
        [at(middle + 1000), to],
      ]
    : undefined;
}

/** GitHub counts in seconds. */
function secondOf(instant: string): string {
  return instant.replace(/\.\d+Z$/, 'Z');
}
