import {
  type FakeAnswer,
  FakeApi,
} from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { ApiClient, type ApiClientOptions } from './ApiClient';

let api: FakeApi;
let answers: FakeAnswer[];
let waits: number[];

beforeEach(async () => {
  answers = [];
  waits = [];
  api = await FakeApi.start(() => answers.shift() ?? { status: 404, body: '' });
});
afterEach(() => api.stop());

const clientWith = (options: Partial<ApiClientOptions> = {}) =>
  new ApiClient({
    name: 'Test CI',
    baseUrl: api.url,
    headers: async () => ({}),
    sleep: async milliseconds => void waits.push(milliseconds),
    ...options,
  });

const failing = { status: 502, body: { message: 'Bad gateway' } };

describe('ApiClient', () => {
  it('does not retry unless it is told to', async () => {
    answers = [failing, { body: {} }];
    const { problem } = await clientWith().read('/a');
    expect(problem).toBe('Test CI answered 502 to GET /a');
    expect(api.requests).toHaveLength(1);
  });

  it('retries what may succeed, with longer pauses', async () => {
    answers = [failing, { body: '{' }, { body: { fine: true } }];
    const { answer, problem } = await clientWith({ retries: 2 }).read('/a');
    expect(problem).toBeUndefined();
    expect(answer.body).toEqual({ fine: true });
    expect(waits).toEqual([1000, 2000]);
  });

  it('gives up after the last retry', async () => {
    answers = [failing, failing, failing, { body: {} }];
    const { problem } = await clientWith({ retries: 2 }).read('/a');
    expect(problem).toBe('Test CI answered 502 to GET /a');
    expect(api.requests).toHaveLength(3);
  });

  it('does not retry a refusal', async () => {
    answers = [{ status: 403, body: '' }];
    await clientWith({ retries: 2 }).read('/a');
    expect(api.requests).toHaveLength(1);
  });

  it('keeps the JSON of a refusal if it is told to', async () => {
    const refusal = { status: 404, body: { message: 'Branch not protected' } };
    answers = [refusal, refusal];
    const kept = await clientWith({ keepsRefusals: true }).read('/a');
    expect(kept.answer.body).toEqual(refusal.body);
    expect((await clientWith().read('/a')).answer.body).toBeNull();
  });

  it('waits as long as the refusal of a system means', async () => {
    answers = [
      { status: 403, body: { message: 'slow down' } },
      { body: { fine: true } },
    ];
    const { problem } = await clientWith({
      waitAfter: refusal =>
        refusal.looseText().includes('slow down') ? 30_000 : undefined,
    }).read('/a');
    expect(problem).toBeUndefined();
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThan(0);
    expect(waits[0]).toBeLessThanOrEqual(30_000);
  });

  it('reads no more of an answer than it may have', async () => {
    answers = [{ body: { text: 'x'.repeat(1000) } }];
    const { problem } = await clientWith({ maxBytes: 500 }).read('/a');
    expect(problem).toBe(
      'Test CI gave no whole answer (more than 500 bytes) to GET /a',
    );
  });

  it('reports missing credentials as a problem', async () => {
    const headers = async () => {
      throw new Error('no credentials for ci.example');
    };
    const { problem } = await clientWith({ headers }).read('/a');
    expect(problem).toContain('no credentials for ci.example');
    expect(api.requests).toEqual([]);
  });

  it('stays below its base address', async () => {
    const client = clientWith({ baseUrl: `${api.url}/api` });
    answers = [{ body: {} }];
    expect((await client.read('/a')).problem).toBeUndefined();
    for (const path of ['/../secret', `${api.url}/other`, `${api.url}/apix`]) {
      expect((await client.read(path)).problem).toMatch(
        /^Test CI leads to another host: GET /,
      );
    }
    expect(api.requests).toEqual(['/api/a']);
  });

  it('throws when it is aborted', async () => {
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(clientWith().read('/a', { signal })).rejects.toThrow(
      'stopped',
    );
  });
});
