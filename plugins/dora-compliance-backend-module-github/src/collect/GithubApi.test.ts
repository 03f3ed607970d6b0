import { bankLedger } from '../__testUtils__/github/bankLedger';
import {
  backfill,
  collect,
  MemoryCache,
  ofType,
  readStatements,
} from '../__testUtils__/github/rounds';

jest.setTimeout(600_000);

const PULLS = '/repos/bank/ledger/pulls';
const COMMITS = '/repos/bank/ledger/pulls/2/commits';

let github = bankLedger();
beforeEach(async () => {
  github = await bankLedger().start();
});
afterEach(() => github.stop());

const collectHeartbeat = async (part: string) =>
  (await collect(github, [part])).at(-1)!.document;

describe('asking GitHub', () => {
  it('takes what it has when nothing changed, all pages of it', async () => {
    const cache = new MemoryCache();
    const read = async () => {
      const collected = await collect(github, ['merged-changes'], { cache });
      return collected
        .slice(0, -1)
        .flatMap(one => readStatements(one.document));
    };
    const first = await read();
    expect(github.notModified).toEqual([]);
    const again = await read();
    expect(again).toEqual(first);
    // A 304 names no next page: the second page was asked for all the same.
    expect(github.notModified.join()).toContain(
      'pulls/2/commits?per_page=100&page=2',
    );
    const [, commits] = ofType(again, 'change-commits-observed');
    expect(commits?.predicate.commits).toHaveLength(130);
  });

  it('asks again when GitHub fails for a moment', async () => {
    const body = { message: 'Bad gateway' };
    github.refusals.set(PULLS, { status: 502, body, times: 2 });
    expect((await collectHeartbeat('merged-changes')).complete).toBe(true);
  });

  it('waits when a limit asks for little, and once', async () => {
    const body = { message: 'You have exceeded a secondary rate limit' };
    const headers = { 'retry-after': '2' };
    github.refusals.set(COMMITS, { status: 403, body, headers, times: 1 });
    expect((await collectHeartbeat('merged-changes')).complete).toBe(true);
    github.refusals.set(COMMITS, { status: 403, body, headers });
    expect((await collectHeartbeat('merged-changes')).problem).toContain(
      `GitHub answered 403 to GET ${COMMITS}`,
    );
  });

  it('does not wait for long, and tells a backfill for how long', async () => {
    github.refusals.set('/repos/bank/ledger', {
      status: 403,
      headers: { 'retry-after': '3600' },
      body: { message: 'You have exceeded a secondary rate limit' },
    });
    const steps = await backfill(github, '2000-01-01T00:00:00Z');
    expect(steps).toEqual([
      expect.objectContaining({
        documents: [],
        problem: 'GitHub answered 403 to GET /repos/bank/ledger',
        retryAfter: 3_600_000,
        cursor: expect.any(String),
      }),
    ]);
  });

  it('follows no link to another host', async () => {
    github.refusals.set(PULLS, {
      status: 200,
      headers: { link: '<https://evil.example/pulls?page=2>; rel="next"' },
      body: [],
    });
    expect((await collectHeartbeat('merged-changes')).problem).toContain(
      'GitHub leads to another host: GET https://evil.example/pulls?page=2',
    );
  });

  it.each([
    'nonsense',
    '<https://api.github.com/pulls?page=2; rel="next"',
    '<https://api.github.com/pulls?page=2>',
    'https://api.github.com/pulls?page=2; rel="next"',
    '<https://[>; rel="next"',
    '<http:>; rel="next"',
    '<javascript:alert(1)>; rel="next"',
    '<//evil.example/pulls>; rel="next"',
  ])('does not take a page with the link %s for the last', async link => {
    github.refusals.set(PULLS, { status: 200, headers: { link }, body: [] });
    const { complete, problem } = await collectHeartbeat('merged-changes');
    expect(complete).toBe(false);
    expect(problem).toMatch(/GitHub (leads to|answered|gave no)/);
  });

  it('reads no page again that leads to itself', async () => {
    const link = `<${github.api.url}${PULLS}?page=2>; rel="next"`;
    github.refusals.set(PULLS, { status: 200, headers: { link }, body: [] });
    const { complete, problem } = await collectHeartbeat('merged-changes');
    expect(complete).toBe(false);
    expect(problem).toMatch(/GitHub leads from (one page|a page to itself)/);
    expect(github.api.requests.length).toBeLessThan(20);
  });

  it('follows no redirect', async () => {
    github.refusals.set('/repos/bank/ledger', {
      status: 301,
      headers: { location: `${github.api.url}/repositories/77` },
      body: { message: 'Moved Permanently' },
    });
    expect((await collectHeartbeat('runners')).problem).toContain(
      'GitHub answered 301 to GET /repos/bank/ledger',
    );
    expect(github.api.requests).toEqual(['/repos/bank/ledger']);
  });
});
