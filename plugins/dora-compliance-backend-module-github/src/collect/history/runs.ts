import {
  type Instant,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { Approvals, RunAnswer, Runs } from '../../normalise/api/runs';
import type { Inquiry } from '../Inquiry';
import { type HistoryStage, telling } from './HistoryStage';
import { longBefore } from './longBefore';
import { githubDefaults } from '../../githubDefaults';

const Place = z.object({
  /** Spans of time that are still to be read, from and to, both included. */
  spans: z.array(z.tuple([z.string(), z.string()])).min(1),
  /** The next page of the first of them. */
  page: z.string().optional(),
});

type Place = z.output<typeof Place>;

/**
 * Runs that changed, by when they were created. Those that were created before
 * have a span of their own: its pages stay the same unless one of them
 * changes. GitHub lists no more than 1,000 of a span: one with more is cut in
 * half.
 */
export const runs: HistoryStage<Place> = {
  part: 'runs',
  place: Place,
  start: (_, { since, until }) => ({
    spans: [
      [since, until],
      [longBefore(since), secondBefore(since)],
    ],
  }),
  async step({ inquiry, path }, place, { since, perPage }) {
    const [[from, to] = ['', ''], ...rest] = place.spans;
    const created = encodeURIComponent(
      `${truncateToSecond(from)}..${truncateToSecond(to)}`,
    );
    const page =
      place.page ??
      `${path}/actions/runs?created=${created}&per_page=${Math.min(
        perPage,
        githubDefaults.runsPageSize,
      )}`;
    const found = await inquiry.page(page, Runs);
    const isTooMuch = (found?.total ?? 0) > githubDefaults.maxRunsListed;
    const halves = isTooMuch ? splitSpan(from, to) : undefined;
    if (halves) {
      return { inquiries: [], next: { spans: [...halves, ...rest] }, read: 0 };
    }
    if (isTooMuch) {
      inquiry.lacks(
        `GitHub lists ${githubDefaults.maxRunsListed} of ${found?.total} runs of one second at GET ${page}`,
      );
    }
    const changed = (found?.items ?? []).filter(
      ({ updated_at: at }) => at >= since,
    );
    for (const run of changed) {
      await askRun(inquiry, path, run);
    }
    return {
      inquiries: telling(inquiry, changed),
      read: changed.length,
      ...next(found?.next, place.spans),
    };
  },
};

/** The earlier attempts of a run, and who approved its deployments. */
async function askRun(inquiry: Inquiry, path: string, run: RunAnswer) {
  const at = `${path}/actions/runs/${run.id}`;
  for (let attempt = 1; attempt < (run.run_attempt ?? 1); attempt += 1) {
    await inquiry.get(`${at}/attempts/${attempt}`, RunAnswer);
  }
  if (run.status === 'completed') {
    await inquiry.list(`${at}/approvals`, Approvals);
    inquiry.expects.push({
      subject: { kind: 'pipeline-run', uri: run.html_url },
      at: run.updated_at,
    });
  }
}

function next(page: string | undefined, spans: Place['spans']) {
  const rest = spans.slice(1);
  if (page) {
    return { next: { spans, page } };
  }
  return rest.length > 0 ? { next: { spans: rest } } : {};
}

/** Two spans that meet at a second; undefined for one that is a second long. */
function splitSpan(from: string, to: string): Place['spans'] | undefined {
  const start = Date.parse(truncateToSecond(from));
  const end = Date.parse(truncateToSecond(to));
  const middle = Math.floor((start + end) / 2000) * 1000;
  const at = (time: number): Instant => toInstant(new Date(time));
  return end > start
    ? [
        [from, at(middle)],
        [at(middle + 1000), to],
      ]
    : undefined;
}

function secondBefore(instant: Instant): Instant {
  return toInstant(new Date(Date.parse(instant) - 1000));
}

/** GitHub counts in seconds. */
function truncateToSecond(instant: string): string {
  return instant.replace(/\.\d+Z$/, 'Z');
}
