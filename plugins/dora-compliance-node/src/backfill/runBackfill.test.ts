import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import type { ApiReading } from '../collect/ApiAnswer';
import { backfillStage, type BackfillStage } from './BackfillStage';
import { runBackfill } from './runBackfill';

const since = '2026-01-01T00:00:00.000Z' as Instant;
const now = '2026-03-01T00:00:00.000Z' as Instant;
const later = '2026-03-02T00:00:00.000Z' as Instant;
const target = { kind: 'repository' as const, uri: 'https://x.example/a/b' };

const answer = (request: string): ApiReading => ({
  answers: [{ request, status: 200, body: null }],
  complete: true,
});
const refused = (problem: string, retryAfter?: number): ApiReading => ({
  answers: [{ request: problem, status: 500, body: null }],
  complete: false,
  problem,
  ...(retryAfter !== undefined && { retryAfter }),
});

/** A stage of some pages; each page is a reading. */
const pages = (name: string, count: number): BackfillStage =>
  backfillStage({
    name,
    place: z.number(),
    read: async (page = 1) => ({
      readings: [answer(`${name} ${page}`)],
      read: 1,
      ...(page < count && { next: page + 1 }),
    }),
  });

async function run(
  stages: readonly BackfillStage[],
  cursor?: string,
  signal = new AbortController().signal,
) {
  const steps = [];
  for await (const step of runBackfill({
    stages,
    target,
    from: { since, ...(cursor !== undefined && { cursor }) },
    context: { now: () => (cursor === undefined ? now : later), signal },
  })) {
    steps.push(step);
  }
  return steps;
}

const listRequests = (steps: Awaited<ReturnType<typeof run>>) =>
  steps
    .flatMap(({ documents }) => documents)
    .flatMap(({ answers }) => answers)
    .map(({ request }) => request);

describe('runBackfill', () => {
  const stages = [pages('runs', 2), pages('pushes', 2)];

  it('reads all stages to their end and counts what it read', async () => {
    const steps = await run(stages);
    expect(listRequests(steps)).toEqual([
      'runs 1',
      'runs 2',
      'pushes 1',
      'pushes 2',
    ]);
    expect(steps.map(({ done }) => done)).toEqual([1, 2, 3, 4]);
    expect(steps[0]?.documents).toEqual([
      {
        part: 'runs',
        target: target.uri,
        targetKind: 'repository',
        collectedAt: now,
        complete: true,
        answers: [{ request: 'runs 1', status: 200, body: null }],
      },
    ]);
    expect(steps.at(-1)).not.toHaveProperty('cursor');
  });

  it('continues from any cursor', async () => {
    const all = await run(stages);
    for (const [index, { cursor }] of all.slice(0, -1).entries()) {
      const rest = await run(stages, cursor);
      expect(listRequests(rest)).toEqual(listRequests(all).slice(index + 1));
      expect(rest.at(-1)?.done).toBe(4);
    }
  });

  it('reads until the time at which it began', async () => {
    const spans: unknown[] = [];
    const stage: BackfillStage = {
      name: 'runs',
      read: async (place, span) => {
        spans.push(span);
        return { readings: [], read: 0, ...(!place && { next: 'end' }) };
      },
    };
    const [first] = await run([stage]);
    await run([stage], first?.cursor);
    expect(spans).toEqual(Array(3).fill({ since, until: now }));
  });

  it.each([0, 1, 2])('reads a stage inserted at place %i too', async at => {
    const [{ cursor } = {}] = (await run(stages)).slice(2);
    const more = [
      ...stages.slice(0, at),
      pages('scans', 2),
      ...stages.slice(at),
    ];
    const rest = await run(more, cursor);
    expect(listRequests(rest)).toEqual(['pushes 2', 'scans 1', 'scans 2']);
  });

  it('continues with the first open stage if its stage is gone', async () => {
    const [{ cursor } = {}] = (await run(stages)).slice(2);
    const others = [pages('runs', 2), pages('scans', 1), pages('tags', 1)];
    expect(listRequests(await run(others, cursor))).toEqual([
      'scans 1',
      'tags 1',
    ]);
  });

  it('ends if no stage is left', async () => {
    const [{ cursor } = {}] = (await run(stages)).slice(2);
    expect(await run([pages('runs', 2)], cursor)).toEqual([
      { documents: [], done: 3 },
    ]);
  });

  it('starts a stage from its beginning if its places changed', async () => {
    const [{ cursor } = {}] = await run(stages);
    const changed = backfillStage({
      name: 'runs',
      place: z.object({ token: z.string() }),
      read: async place => ({
        readings: [answer(`runs from ${place?.token ?? 'the beginning'}`)],
        read: 1,
      }),
    });
    expect(listRequests(await run([changed], cursor))).toEqual([
      'runs from the beginning',
    ]);
  });

  it.each([
    '{"until":"2026-01-01T00:00:00.000Z","stage":1,"done":7}',
    '{"phase":"pushes","skip":50,"done":50}',
    'pushes.1.10.2026-03-08',
    '{"from":25,"done":25}',
    '',
  ])(
    'starts from the beginning after a cursor of another form: %s',
    async old => {
      const steps = await run(stages, old);
      expect(listRequests(steps)).toEqual(listRequests(await run(stages)));
      expect(steps.at(-1)?.done).toBe(4);
    },
  );

  it('ends at a step that failed, with the cursor to retry it', async () => {
    const failing = backfillStage({
      name: 'pushes',
      place: z.number(),
      read: async () => ({
        readings: [answer('a'), refused('b failed', 5000), answer('c')],
        read: 3,
      }),
    });
    const steps = await run([pages('runs', 1), failing, pages('scans', 1)]);
    expect(listRequests(steps)).toEqual(['runs 1', 'a', 'c']);
    expect(steps.at(-1)).toMatchObject({
      cursor: steps[0]?.cursor,
      done: 1,
      problem: 'b failed',
      retryAfter: 5000,
    });
    const rest = await run(
      [pages('runs', 1), pages('pushes', 1)],
      steps.at(-1)?.cursor,
    );
    expect(listRequests(rest)).toEqual(['pushes 1']);
  });

  it('continues past what is incomplete but not required', async () => {
    const partial = backfillStage({
      name: 'tests',
      place: z.number(),
      read: async () => ({
        readings: [{ ...refused('gone'), part: 'details' }],
        read: 1,
        required: [],
      }),
    });
    const steps = await run([partial, pages('runs', 1)]);
    expect(steps[0]?.documents).toMatchObject([
      { part: 'details', complete: false, problem: 'gone' },
    ]);
    expect(listRequests(steps)).toEqual(['gone', 'runs 1']);
  });

  it('reports an error of a stage as a problem', async () => {
    const broken: BackfillStage = {
      name: 'runs',
      read: async () => {
        throw new Error('no credentials');
      },
    };
    expect(await run([broken])).toEqual([
      {
        documents: [],
        cursor: expect.any(String),
        done: 0,
        problem: 'no credentials',
      },
    ]);
  });

  it('ends when it is aborted', async () => {
    const abort = new AbortController();
    const stage: BackfillStage = {
      name: 'runs',
      read: async () => {
        abort.abort(new Error('stopped'));
        throw new Error('fetch failed');
      },
    };
    await expect(run([stage], undefined, abort.signal)).rejects.toThrow(
      'stopped',
    );
  });
});
