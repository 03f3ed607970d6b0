import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { evidenceCollectorContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { bankLedger, ledger } from '../__testUtils__/github/bankLedger';
import {
  collect,
  createCollector,
  source,
} from '../__testUtils__/github/rounds';
import { gives } from '../gives';

jest.setTimeout(600_000);

const github = bankLedger();
beforeAll(() => github.start());
afterAll(() => github.stop());

evidenceCollectorContract('GitHub', {
  source,
  gives,
  create() {
    github.repository.deploy({ id: 99, hoursAgo: 3 });
    github.repository.status({ id: 99, hoursAgo: 2, state: 'failure' });
    return createCollector(github);
  },
  target: ledger,
  foreignTarget: { kind: 'repository', uri: 'https://gitlab.example/a/b' },
  breakWith: (fault, which) => github.api.breakWith(fault, which),
  since: '2000-01-01T00:00:00.000Z' as Instant,
});

describe('a collector of GitHub', () => {
  it.each([
    ['https://github.example/bank/ledger', true],
    ['https://GitHub.example/bank/ledger.git/', true],
    ['https://github.example/bank', false],
    ['https://github.example/bank/ledger/tree/main', false],
    ['https://github.example.evil/bank/ledger', false],
    ['git@github.example:bank/ledger', false],
  ])('covers %s: %s', (uri, isCovered) => {
    const target = { kind: 'repository', uri } as const;
    expect(createCollector(github).covers(target)).toBe(isCovered);
    expect(createCollector(github).covers({ kind: 'pipeline', uri })).toBe(
      false,
    );
  });

  it('reads all of its history with each round and each backfill', () => {
    const { history, backfilled } = createCollector(github);
    expect([...history].sort()).toEqual([
      'attestations',
      'code-scanning',
      'deployments',
      'merged-changes',
      'pushes',
      'runs',
    ]);
    expect([...backfilled].sort()).toEqual([...history].sort());
  });

  it('reads no more than the parts it is asked for', async () => {
    const collected = await collect(github, ['runners']);
    expect(collected.map(({ document }) => document.part)).toEqual([
      'runners',
      'heartbeat',
    ]);
  });

  it('tells when GitHub asks to be left alone', async () => {
    github.refusals.set('/repos/bank/ledger/actions/runners', {
      status: 429,
      headers: { 'retry-after': '3600' },
      body: { message: 'You have exceeded a secondary rate limit' },
    });
    const [first] = await collect(github, ['runners', 'sbom']);
    github.refusals.clear();
    expect(first?.retryAfter).toBe(3_600_000);
    expect(github.api.requests.at(-1)).toContain('/actions/runners');
  });

  it('tells the clock of GitHub', async () => {
    const date = 'Tue, 01 Jan 2030 00:00:00 GMT';
    github.refusals.set('/repos/bank/ledger/dependency-graph/sbom', {
      status: 200,
      headers: { date },
      body: github.settings.sbom,
    });
    const before = Date.now();
    const [first] = await collect(github, ['sbom']);
    const after = Date.now();
    github.refusals.clear();
    // Ours was read at some time between these two, however long that took.
    expect(first?.clockSkew).toBeGreaterThanOrEqual(Date.parse(date) - after);
    expect(first?.clockSkew).toBeLessThanOrEqual(Date.parse(date) - before);
  });

  it('stops when the round is ended', async () => {
    const ended = AbortSignal.abort(new Error('time is up'));
    const collected = await collect(github, ['runs'], { signal: ended });
    expect(collected).toHaveLength(1);
    expect(collected[0]?.document).toMatchObject({
      part: 'heartbeat',
      complete: false,
      problem: 'runs: time is up',
    });
  });

  /**
   * Each question of each part is broken alone: that part is then not whole
   * and names the question, whatever the others were answered.
   */
  it('takes no part for whole of which one answer is missing', async () => {
    const healthy = await collect(github);
    const asked = new Map<string, string>();
    for (const { document } of healthy) {
      for (const { request } of document.answers) {
        const path = request.replace(/^GET ([^?]*).*$/, '$1');
        if (path !== '/repos/bank/ledger') {
          asked.set(`${document.part} ${path}`, path);
        }
      }
    }
    expect(asked.size).toBeGreaterThan(30);
    const refusals = [
      { status: 403, body: { message: 'Resource not accessible' } },
      { status: 404, body: { message: 'Not Found' } },
      { status: 200, body: '{"items": [' },
      { status: 200, body: { message: 'something else' } },
      { status: 502, body: 'Bad gateway' },
      { status: 301, body: { message: 'Moved Permanently' } },
    ];
    const overlooked: string[] = [];
    for (const [index, [key, path]] of [...asked].entries()) {
      const chosen = refusals[index % refusals.length]!;
      // Of an artifact that nobody attested, and of a run that was deleted, GitHub
      // says that it is not found.
      const isNone =
        chosen.status === 404 &&
        /\/attestations\/|\/actions\/runs\/\d+$/.test(path);
      const refusal = isNone ? refusals[0]! : chosen;
      github.refusals.clear();
      github.refusals.set(path, refusal);
      const part = key.split(' ')[0]!;
      const heartbeat = (await collect(github, [part])).at(-1)!.document;
      const { complete, problem } = heartbeat.parts![0]!;
      const decoded = decodeURIComponent(problem ?? '');
      if (complete || !decoded.includes(decodeURIComponent(path))) {
        overlooked.push(`${key} ${refusal.status}: ${problem}`);
      }
    }
    github.refusals.clear();
    expect(overlooked).toEqual([]);
  });
});
