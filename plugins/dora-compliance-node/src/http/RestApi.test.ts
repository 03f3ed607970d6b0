/* eslint-disable no-script-url -- addresses that are refused */
import {
  type FakeAnswer,
  FakeApi,
} from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import type { ConditionalCache } from '../collect/EvidenceCollector';
import { RestApi } from './RestApi';

const mockWaits: number[] = [];
jest.mock('node:timers/promises', () => ({
  ...jest.requireActual('node:timers/promises'),
  setTimeout: async (milliseconds: number) => {
    mockWaits.push(milliseconds);
  },
}));

let api: FakeApi;
let answers: FakeAnswer[];

beforeEach(async () => {
  answers = [];
  api = await FakeApi.start(() => answers.shift() ?? { status: 404, body: '' });
});
afterEach(() => api.stop());

function memory(): ConditionalCache & { kept: Map<string, any> } {
  const kept = new Map();
  return {
    kept,
    get: async url => kept.get(url),
    set: async (url, answer) => void kept.set(url, answer),
  };
}

const asking = (cache?: ConditionalCache) =>
  new RestApi({
    name: 'Test CI',
    baseUrl: api.url,
    headers: async () => ({}),
    ...(cache && { cache }),
  });

const pages = (rest: RestApi) =>
  rest.list('/list?page=1', (body, headers) => {
    const next = headers.get('x-next-page');
    return {
      items: body as unknown[],
      ...(next && { next: `/list?page=${next}` }),
    };
  });

describe('a list', () => {
  const first = { headers: { etag: '"1"', 'x-next-page': '2' }, body: [1, 2] };
  const last = { headers: { etag: '"2"' }, body: [3] };
  const same = { status: 304, body: '' };

  it('resumes after a page that did not change and names no next page', async () => {
    const cache = memory();
    answers = [first, last, same, same];
    expect((await pages(asking(cache))).items).toEqual([1, 2, 3]);
    const { items, complete } = await pages(asking(cache));
    expect({ items, complete }).toEqual({ items: [1, 2, 3], complete: true });
  });

  it('requests again what was kept in another shape', async () => {
    const cache = memory();
    cache.kept.set(`${api.url}/list?page=1`, { etag: '"1"', body: [1, 2] });
    answers = [first, last];
    expect((await pages(asking(cache))).items).toEqual([1, 2, 3]);
  });
});

describe('a next page', () => {
  /** The first page leads to an address; then there is a page for any path. */
  const leadingTo = async (next: string) => {
    answers = Array.from({ length: 5 }, () => ({ body: [1, 2] }));
    const rest = asking();
    let isFirst = true;
    return rest.list('/list', body => {
      const found = { items: body as unknown[], ...(isFirst && { next }) };
      isFirst = false;
      return found;
    });
  };

  it.each([
    'http://[',
    'https://',
    'http:',
    'http://a b/',
    'http://\0',
    'https://evil.example/list?page=2',
    '//evil.example/list',
    '@evil.example/list',
    '.evil.example/list',
    'ftp://127.0.0.1/list',
    'javascript:alert(1)',
    'data:application/json,[]',
  ])('%j is not read, and the list is not whole', async next => {
    const { items, complete, problem } = await leadingTo(next);
    expect({ items, complete }).toEqual({ items: [1, 2], complete: false });
    expect(problem).toMatch(/^Test CI (leads to|gave no|answered)/);
  });

  it('that is very long is not told in full', async () => {
    const { problem } = await leadingTo(`http://[${'x'.repeat(100_000)}`);
    expect(problem).toMatch(/^Test CI leads to an invalid address: GET http/);
    expect(problem!.length).toBeLessThan(1000);
  });

  it('that was read before is not read again', async () => {
    answers = Array.from({ length: 5 }, () => ({ body: [1] }));
    let page = 0;
    const list = await asking().list('/list?page=0', body => {
      page = (page + 1) % 2;
      return { items: body as unknown[], next: `/list?page=${page}` };
    });
    expect(list).toMatchObject({
      complete: false,
      items: [1, 1],
      problem:
        'Test CI leads from one page to an earlier one at GET /list?page=0',
    });
  });

  it('may have any number of items', async () => {
    const many = Array.from({ length: 300_000 }, () => 1);
    answers = [{ body: many }];
    const { items, complete } = await pages(asking());
    expect([items.length, complete]).toEqual([many.length, true]);
  });
});

describe('an API that asks to wait', () => {
  // Time stands still, so that nothing depends on how long the test takes.
  beforeEach(() => {
    mockWaits.length = 0;
    const now = Date.now();
    jest.spyOn(Date, 'now').mockReturnValue(now);
  });
  afterEach(() => jest.restoreAllMocks());

  const slow = (seconds: number): FakeAnswer['headers'] => ({
    'retry-after': String(seconds),
  });

  it('is asked once more after a short wait', async () => {
    answers = [
      { status: 429, headers: slow(0), body: '' },
      { body: { fine: 1 } },
    ];
    const { complete } = await asking().get('/a');
    expect(complete).toBe(true);
    expect(api.requests).toEqual(['/a', '/a']);
  });

  it('is asked nothing more while that is long', async () => {
    answers = [{ status: 429, headers: slow(600), body: '' }];
    const rest = asking();
    expect(await rest.get('/a')).toMatchObject({
      complete: false,
      problem: 'Test CI answered 429 to GET /a',
      retryAfter: 600_000,
    });
    const other = await rest.get('/b');
    expect(other).toMatchObject({
      complete: false,
      problem: 'Test CI asked to wait, so that there is no answer to GET /b',
      answers: [{ request: 'GET /b', status: 429, body: null }],
    });
    expect(other.retryAfter).toBe(600_000);
    expect(mockWaits).toEqual([]);
    expect(api.requests).toEqual(['/a']);
  });

  it('is believed when it answered all the same', async () => {
    answers = [{ headers: slow(1), body: { fine: 1 } }, { body: { fine: 2 } }];
    const rest = asking();
    expect((await rest.get('/a')).complete).toBe(true);
    expect((await rest.get('/b')).complete).toBe(true);
    expect(api.requests).toEqual(['/a', '/b']);
    expect(mockWaits).toEqual([1000]);
  });
});
