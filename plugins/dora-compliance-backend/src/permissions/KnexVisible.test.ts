import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { FreshDatabases } from '../__testUtils__/FreshDatabases';
import { Reader } from './Reader';
import {
  assetNamed,
  at,
  nodeNamed,
  normalised,
  received,
  statementOn,
} from '../testing/samples';
import { createStores, type TestStores } from '../testing/TestStores';
import { isWholeReadable } from '../read/evidence/isWholeReadable';
import { normaliseWith } from '../testing/normaliseWith';

const databases = new FreshDatabases();
const [a, b] = ['a', 'b'].map(name => assetNamed(name).entityRef) as [
  string,
  string,
];

function createReader(...refs: string[]): Reader {
  const decision = { result: AuthorizeResult.CONDITIONAL } as PolicyDecision;
  return new Reader(
    {
      permissions: mockServices.permissions.mock({
        authorizeConditional: async () => [
          decision,
          { result: AuthorizeResult.ALLOW },
        ],
        authorize: (async (asked: { resourceRef: string }[]) =>
          asked.map(({ resourceRef }) => ({
            result: refs.includes(resourceRef)
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
          }))) as never,
      }),
      list: async () => refs,
      own: async () => [],
      rules: undefined as never,
    },
    mockCredentials.user(),
  );
}

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  let knex: Knex;
  let stores: TestStores;
  beforeAll(async () => {
    knex = await databases.init(databaseId);
    stores = await createStores(knex);
    await stores.assets.save([nodeNamed('a'), nodeNamed('b')], at(0));
    const { documents } = stores;
    const keep = async (
      minutes: number,
      text: string,
      normalise: ReturnType<typeof normalised>,
    ) => {
      await documents.receive([received(text, minutes)]);
      await normaliseWith(documents, { limit: 9, now: at(minutes), normalise });
    };
    await keep(1, 'of a', normalised(statementOn('a')));
    await keep(2, 'of b', normalised(statementOn('b')));
    await keep(
      3,
      'of both',
      normalised(statementOn('a', 3), statementOn('b', 3)),
    );
    await keep(
      4,
      'of a and a stranger',
      normalised(statementOn('a', 4), statementOn('stranger', 4)),
    );
    await keep(5, 'of nobody', normalised());
  });
  afterAll(() => knex.destroy());

  const toDigest = (text: string) => received(text).document.digest;

  it.each([
    [[a], ['of a and a stranger', 'of a']],
    [[b], ['of b']],
    [
      [a, b],
      ['of a and a stranger', 'of both', 'of b', 'of a'],
    ],
    [[], []],
  ])(
    'who may read %j is shown documents about nothing else',
    async (visible, texts) => {
      const { items } = await stores.documents.list({
        state: 'normalised',
        limit: 9,
        visible,
      });
      expect(items.map(({ document }) => document.digest)).toEqual(
        texts.map(toDigest),
      );
    },
  );

  it('finds documents behind many that may not be read', async () => {
    const { documents } = stores;
    const many = Array.from({ length: 130 }, (_, n) => received(`b${n}`, 60));
    await documents.receive(many);
    await normaliseWith(documents, {
      limit: 200,
      now: at(60),
      normalise: ({ document }) => ({
        outcome: 'normalised',
        statements: [
          {
            ...statementOn('b', 60),
            predicate: {
              ...statementOn('b', 60).predicate,
              headCommit: document.digest,
            },
          } as ReturnType<typeof statementOn>,
        ],
      }),
    });
    const list = (limit: number, cursor?: string) =>
      documents.list({ state: 'normalised', limit, cursor, visible: [a] });
    const first = await list(1);
    expect(first.items.map(({ document }) => document.digest)).toEqual([
      toDigest('of a and a stranger'),
    ]);
    const second = await list(1, first.nextCursor);
    expect(second.items.map(({ document }) => document.digest)).toEqual([
      toDigest('of a'),
    ]);
    expect(second.nextCursor).toBeUndefined();
  });

  it('replays no document that is about something else', async () => {
    const replay = (text: string) =>
      stores.documents.replay(toDigest(text), at(9), [b]);
    expect(await replay('of both')).toBe(false);
    expect(await replay('of a')).toBe(false);
    expect(await replay('of nobody')).toBe(false);
  });

  it.each([
    [[a], 'of a', true],
    [[a], 'of both', false],
    [[a, b], 'of both', true],
    [[a], 'of a and a stranger', true],
  ])(
    'who may read %j is given the bytes of the document %s: %s',
    async (refs, text, isGiven) => {
      const { evidence } = stores;
      const digest = toDigest(text);
      const reader = createReader(...refs);
      expect(await isWholeReadable(evidence, digest, reader)).toBe(isGiven);
    },
  );

  it.each([
    ['github:github.com/bank', [a], true],
    ['github:github.com/bank', [], false],
    ['gitlab:github.com/bank', [a], true],
    ['github:github.com/ban', [a], false],
    ['github:github.com/b_nk', [a], false],
    ['github:github.com/bank/a', [a], false],
    ['github:git.example/bank', [a], false],
    ['jenkins:github.com', [a], true],
  ])(
    'the discovery %s is shown to who may read %j: %s',
    async (source, visible, isShown) => {
      await stores.discoveries.note({
        source,
        state: 'complete',
        pipelines: 15,
        at: at(1),
      });
      const shown = await stores.discoveries.list(visible);
      expect(shown.filter(item => item.source === source)).toEqual(
        isShown
          ? [{ source, state: 'complete', lastComplete: at(1), at: at(1) }]
          : [],
      );
    },
  );

  it('counts what is due of the assets that may be read', async () => {
    await knex('assessment_queue').insert(
      [a, a, b].map((entity_ref, place) => ({
        entity_ref,
        control_id: `c${place}`,
        due_at: at(0),
      })),
    );
    const { assessments } = stores;
    expect(await assessments.countVisibleDue(at(1), [a])).toBe(2);
    expect(await assessments.countVisibleDue(at(1), [])).toBe(0);
    expect(await assessments.countVisibleDue(at(1), 'all')).toBe(3);
  });
});
