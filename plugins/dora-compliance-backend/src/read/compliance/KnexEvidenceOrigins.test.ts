import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { FreshDatabases } from '../../__testUtils__/FreshDatabases';
import { listKinds } from '../../sources/collect/listKinds';
import type { SourceKinds } from '../../sources/silence/sourceState';
import { normaliseWith } from '../../testing/normaliseWith';
import {
  assetNamed,
  at,
  normalised,
  received,
  statementOn,
} from '../../testing/samples';
import { createStores } from '../../testing/TestStores';
import { describeOrigins } from './describeOrigins';
import { KnexEvidenceOrigins } from './KnexEvidenceOrigins';

const databases = new FreshDatabases();
const DAY = 24 * 60;
const on = { title: 'CI', receives: true, collects: false };
const delivered: SourceKinds['gives'] = { delivered: ['change-merged'] };
const collected: SourceKinds['gives'] = {
  delivered: [],
  collected: ['change-merged'],
};
const off = { isMisconfigured: false, reason: 'CI is off.' };

describe('a source', () => {
  const tell = (kinds: SourceKinds | undefined, lastAt?: number) => {
    const [{ sources }] = describeOrigins(
      ['change-merged'],
      new Map(kinds ? [['ci', kinds]] : []),
      lastAt === undefined
        ? []
        : [{ type: 'change-merged', sourceId: 'ci', at: at(lastAt) }],
    ) as [ReturnType<typeof describeOrigins>[number]];
    return sources.map(({ state, lastAt: last }) => [state, last]);
  };

  it.each<[string, SourceKinds | undefined, number | undefined, unknown[]]>([
    ['gave it', { ...on, gives: delivered }, 5, [['seen', at(5)]]],
    ['never declared it, but gave it', on, 5, [['seen', at(5)]]],
    [
      'delivers and declares it',
      { ...on, gives: delivered },
      undefined,
      [['connected', undefined]],
    ],
    [
      'is not collected, which it would need to be',
      { ...on, gives: collected },
      undefined,
      [['not-connected', undefined]],
    ],
    [
      'is collected and declares it',
      { ...on, receives: false, collects: true, gives: collected },
      undefined,
      [['connected', undefined]],
    ],
    [
      'is off',
      { ...on, off, gives: delivered },
      undefined,
      [['not-connected', undefined]],
    ],
    [
      'gave it before it was turned off',
      { ...on, off, gives: delivered },
      5,
      [['not-connected', at(5)]],
    ],
    ['is not installed any more', undefined, 5, [['not-connected', at(5)]]],
    ['can not give it', on, undefined, []],
  ])('that %s', (_, kinds, lastAt, expected) => {
    expect(tell(kinds, lastAt)).toEqual(expected);
  });

  it('that the backend is itself gives what it writes', () => {
    const kinds = listKinds(
      new Map([
        ['catalog', { id: 'catalog', receives: false } as never],
        ['people', { id: 'people', receives: false } as never],
      ]),
      new Map(),
    );
    const types = [
      'asset-record-observed',
      'ownership-observed',
      'review-completed',
    ] as const;
    expect(
      describeOrigins(types, kinds, []).map(({ sources }) => sources),
    ).toEqual([
      [{ id: 'catalog', state: 'connected' }],
      [{ id: 'catalog', state: 'connected' }],
      [{ id: 'people', state: 'connected' }],
    ]);
  });
});

it.each(databases.eachSupportedId())(
  'the last of each type from each source is found in one statement, on %s',
  async id => {
    const knex = await databases.init(id);
    const { documents } = await createStores(knex);
    const given: Statement[] = [
      statementOn('a', 10),
      statementOn('a', 20),
      { ...statementOn('a', 30), sourceId: 'other' },
      statementOn('b', 40),
    ];
    for (const [place, statement] of given.entries()) {
      await documents.receive([received(`${place}`, 50)]);
      await normaliseWith(documents, {
        limit: 9,
        now: at(50),
        normalise: normalised(statement),
      });
    }
    const kinds = { ...on, gives: delivered };
    const origins = new KnexEvidenceOrigins(knex, new Map([['test', kinds]]));
    let statements = 0;
    knex.on('query', () => {
      statements += 1;
    });
    const find = (minutes: number) =>
      origins.find(
        assetNamed('a'),
        ['change-merged', 'change-updated'],
        at(minutes),
      );
    expect(await find(60)).toEqual([
      {
        type: 'change-merged',
        sources: [{ id: 'test', title: 'CI', state: 'connected' }],
      },
      {
        type: 'change-updated',
        sources: [
          { id: 'test', title: 'CI', state: 'seen', lastAt: at(20) },
          { id: 'other', state: 'not-connected', lastAt: at(30) },
        ],
      },
    ]);
    expect(statements).toBe(1);
    const [, updated] = await find(60 + 366 * DAY);
    expect(updated?.sources).toEqual([]);
    await knex.destroy();
  },
);

it.each(databases.eachSupportedId())(
  'a page of settings says when its source reads it next, on %s',
  async id => {
    const knex = await databases.init(id);
    const { targets } = await createStores(knex);
    const repository = 'https://github.com/bank/a';
    const asset = { ...assetNamed('a'), repositories: [repository] };
    await targets.setTargets(
      [{ sourceId: 'test', kind: 'repository', uri: repository }],
      at(0),
    );
    const kinds: SourceKinds = {
      ...on,
      gives: { delivered: ['branch-protection-observed'] },
      pages: { settings: ({ uri }) => `${uri}/settings` },
    };
    const origins = new KnexEvidenceOrigins(
      knex,
      new Map([
        ['test', kinds],
        ['other', kinds],
      ]),
    );
    const [found] = await origins.find(
      asset,
      ['branch-protection-observed'],
      at(60),
    );
    const page = { target: repository, uri: `${repository}/settings` };
    expect(found?.sources.map(({ settings }) => settings)).toEqual([
      [page],
      [{ ...page, readAt: at(0) }],
    ]);
    await knex.destroy();
  },
);
