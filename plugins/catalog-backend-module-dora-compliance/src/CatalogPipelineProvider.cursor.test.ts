import type { DiscoveryReport } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  CatalogPipelineProvider,
  type PipelineCursor,
} from './CatalogPipelineProvider';
import { BuiltFrom } from './pipelines/BuiltFrom';
import { DiscoveryError } from './pipelines/DiscoveryError';
import type {
  DiscoveredPipeline,
  PipelineSource,
} from './pipelines/PipelineSource';

const pipeline = (definition: string): DiscoveredPipeline => ({
  host: 'ci.example',
  project: 'bank/ledger',
  definition,
  title: definition,
  url: `https://ci.example/bank/ledger/${definition}`,
  canDeploy: false,
  environments: [],
  runner: { kind: 'unknown' },
});

/** Three pages of a pipeline each; the cursor is the number of the page. */
const source = {
  id: 'ci:ci.example/bank',
  read: async (cursor = '0') => ({
    pipelines: [pipeline(`p${cursor}`)],
    nextCursor: Number(cursor) < 2 ? String(Number(cursor) + 1) : undefined,
  }),
};

const reports: DiscoveryReport[] = [];

/** As another process would make it. */
const provider = (known = 3, of: PipelineSource = source) =>
  new CatalogPipelineProvider({
    source: of,
    rejectRemovalsAbovePercentage: 50,
    catalog: {
      read: async () => new BuiltFrom(),
      countPipelines: async () => known,
    },
    report: async report => {
      reports.push(report);
    },
    now: () => 0,
  });

/** One page in a process of its own, from a cursor as the database has it. */
async function pageFrom(cursor: PipelineCursor | undefined) {
  const one = provider();
  const from = JSON.parse(JSON.stringify(cursor ?? null));
  const pages: Awaited<ReturnType<typeof one.next>>[] = [];
  await one.around(async built => {
    pages.push(await one.next(built, from));
  });
  return pages[0];
}

it('goes on in another process and still knows how many it found', async () => {
  let cursor: PipelineCursor | undefined;
  const titles: unknown[] = [];
  for (let page = 0; page < 3; page++) {
    const result = await pageFrom(cursor);
    titles.push(result?.entities?.[0]?.entity.metadata.title);
    cursor = result?.cursor;
  }
  expect(titles).toEqual([
    'p0 (bank/ledger)',
    'p1 (bank/ledger)',
    'p2 (bank/ledger)',
  ]);
  expect(reports).toEqual([
    {
      source: 'ci:ci.example/bank',
      state: 'complete',
      pipelines: 3,
      at: '1970-01-01T00:00:00.000Z',
    },
  ]);
});

it('says nothing of a round that the catalog did not take', async () => {
  reports.length = 0;
  const one = provider();
  await expect(
    one.around(async built => {
      await one.next(built, { next: '2', found: 2 });
      throw new Error('the database is away');
    }),
  ).rejects.toThrow('the database is away');
  expect(reports).toMatchObject([
    {
      state: 'failed',
      failure:
        'the database is away; the pipelines known before stay as they are.',
    },
  ]);
});

it('restarts a round that would remove too many', async () => {
  const one = provider(7);
  const last = { next: '2', found: 2 };
  const built = new BuiltFrom();
  await expect(one.next(built, last)).rejects.toThrow(
    'Only 3 of 7 known pipelines were found',
  );
  const again = await one.next(built, last);
  expect(again.cursor).toEqual({ next: '1', found: 1 });
});

it('restarts a round when what its cursor leads to is gone', async () => {
  const one = provider(3, {
    ...source,
    read: async cursor => {
      if (cursor === '1') {
        throw new DiscoveryError('not-found', 'The folder is gone');
      }
      return source.read(cursor);
    },
  });
  const built = new BuiltFrom();
  const place = { next: '1', found: 1 };
  await expect(one.next(built, place)).rejects.toThrow('The folder is gone');
  const again = await one.next(built, place);
  expect(again.entities?.[0]?.entity.metadata.title).toBe('p0 (bank/ledger)');
});

it('reads no page again that was read in the same round', async () => {
  reports.length = 0;
  const read: (string | undefined)[] = [];
  const circle: PipelineSource = {
    id: 'ci:ci.example/bank',
    read: async cursor => {
      read.push(cursor);
      const next = { a: 'b', b: 'c', c: 'a' }[cursor ?? 'c'];
      return { pipelines: [pipeline(String(cursor))], nextCursor: next };
    },
  };
  const one = provider(3, circle);
  let cursor: PipelineCursor | undefined;
  const round = one.around(async built => {
    for (;;) {
      cursor = (await one.next(built, cursor)).cursor;
    }
  });
  await expect(round).rejects.toMatchObject({ failure: 'unexpected' });
  expect(read).toEqual([undefined, 'a', 'b', 'c']);
  expect(reports).toMatchObject([
    { state: 'failed', failure: expect.stringContaining('leads back') },
  ]);
  // The next round starts from its beginning.
  await one.around(async built => {
    await one.next(built, cursor);
  });
  expect(read.at(-1)).toBeUndefined();
});
