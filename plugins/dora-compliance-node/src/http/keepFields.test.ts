import {
  type FakeAnswer,
  FakeApi,
} from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { ApiClient } from './ApiClient';
import { keepFields } from './keepFields';

const CANARY = 'c4n4ry';

describe('keepFields', () => {
  it('keeps the named members at any depth, and nothing else', () => {
    const json = {
      total: 1,
      items: [{ name: 'A', value: CANARY, more: { name: 'B' } }, 'text', null],
    };
    expect(keepFields(json, ['items', 'name'])).toEqual({
      items: [{ name: 'A' }, 'text', null],
    });
  });
});

describe('keepFields of an answer that is no object', () => {
  it.each([[CANARY], [[CANARY]], [[[CANARY]]], [7]])(
    'keeps nothing of %j',
    json => {
      expect(JSON.stringify(keepFields(json, ['name']))).toMatch(
        /^[[\]]*null[\]]*$/,
      );
    },
  );

  it('keeps lists of texts that have a name', () => {
    const json = [{ scopes: ['api'], other: [CANARY] }];
    expect(keepFields(json, ['scopes'])).toEqual([{ scopes: ['api'] }]);
  });
});

describe('keepFields below names that people choose', () => {
  it('keeps the names, and no value', () => {
    const json = {
      value: [
        {
          name: 'bank',
          variables: {
            KEY: { value: CANARY, isSecret: true },
            value: { value: CANARY },
            plain: CANARY,
            list: [CANARY],
          },
        },
        { name: 'text', variables: CANARY },
      ],
    };
    const names = ['value', 'name', 'variables.*', 'isSecret'];
    const kept = keepFields(json, names);
    expect(JSON.stringify(kept)).not.toContain(CANARY);
    expect(kept).toMatchObject({
      value: [
        { name: 'bank', variables: { KEY: { isSecret: true }, value: {} } },
        { name: 'text', variables: null },
      ],
    });
  });
});

describe('answers about secrets', () => {
  let api: FakeApi;
  let answers: FakeAnswer[];
  const cached: unknown[] = [];

  beforeEach(async () => {
    api = await FakeApi.start(
      () => answers.shift() ?? { status: 404, body: '' },
    );
  });
  afterEach(() => api.stop());

  const read = (path: string) =>
    new ApiClient({
      name: 'Test CI',
      baseUrl: api.url,
      headers: async () => ({}),
      keepsRefusals: true,
      keptFields: asked =>
        asked.startsWith('/secrets') ? ['name', 'message'] : undefined,
    }).read(path, {
      cache: {
        get: async () => undefined,
        set: async (_, answer) => void cached.push(answer),
      },
    });

  const secret = { name: 'DEPLOY', value: CANARY };

  it.each<[string, FakeAnswer, unknown]>([
    [
      'whole',
      { headers: { etag: 'W/"1"' }, body: [secret] },
      [{ name: 'DEPLOY' }],
    ],
    [
      'a refusal',
      { status: 403, body: { message: 'no', ...secret } },
      { message: 'no', name: 'DEPLOY' },
    ],
    ['broken', { body: `{"value":"${CANARY}",,` }, null],
  ])(
    'are kept without values where the answer is %s',
    async (_, answer, body) => {
      answers = [answer];
      const response = await read('/secrets?page=1');
      expect(response.answer.body).toEqual(body);
      expect(JSON.stringify([response, cached])).not.toContain(CANARY);
    },
  );

  it('are the only ones that are changed', async () => {
    answers = [{ body: [secret] }];
    expect((await read('/other')).answer.body).toEqual([secret]);
  });
});
