import type {
  Duration,
  Evidence,
  IctAsset,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compileControl } from '../control/compileControl';
import { EvidenceIndex } from '../lineage/EvidenceIndex';
import { assertingOver } from '../testing/assess';
import { asset, at, evidence } from '../testing/story';
import { type Ends, findStates } from './findStates';

const NOW = at(100 * 24 * 60);
const hoursAgo = (hours: number) => at((100 * 24 - hours) * 60);
const TYPE = 'environment-protection-observed';

const read = (name: string, hours: number) =>
  evidence(TYPE, hoursAgo(hours), {
    complete: true,
    environment: { name, production: true },
  } as never);
const round = (hours: number) =>
  evidence('collector-heartbeat', hoursAgo(hours), {
    complete: true,
    target: 'https://github.com/bank/ledger',
    parts: [],
    startedAt: hoursAgo(hours),
    finishedAt: hoursAgo(hours),
  });

const ends: Ends = {
  types: [],
  list: items =>
    items.map(item => ({
      item,
      goneAt: item.observedAt,
      until: hoursAgo(-100),
    })),
};

const find = (
  all: readonly Evidence[],
  more: Partial<IctAsset> = {},
  how: Ends | null = ends,
) =>
  findStates<typeof TYPE>(
    {
      name: 'environment',
      title: ({ predicate }) => predicate.environment.name,
      more: undefined,
      ends: how ?? undefined,
    },
    {
      from: TYPE,
      within: 'P2D' as Duration,
      ...(how && { goneWithin: 'P60D' as Duration }),
    },
    {
      asset: { ...asset, ...more },
      index: new EvidenceIndex(all, NOW),
      asOf: NOW,
      sourceHeard: true,
    },
  );
const list = (...of: Parameters<typeof find>) =>
  find(...of).members.map(({ describes, problem }) => [
    describes.title,
    problem?.code,
  ]);
const [ledger] = asset.repositories;

describe('things of which only those that are gone are known', () => {
  it('do not show that there is nothing else', () => {
    const all = [read('old', 20), round(8)];
    expect(list(all)).toEqual([
      [ledger, 'state-not-observed'],
      ['old', undefined],
    ]);
    // With one that is there, the same collection shows that there is no other one.
    expect(list([...all, read('live', 7)])).toEqual([
      ['live', undefined],
      ['old', undefined],
    ]);
    expect(list(all, {}, null)).toEqual([]);
    const other = 'https://github.com/bank/other';
    const ofOther = {
      ...round(8),
      id: 'sha256:other',
      subjects: [{ kind: 'repository' as const, uri: other }],
    } as unknown as Evidence;
    const both = { repositories: [...asset.repositories, other] };
    expect(list([...all, read('live', 7), ofOther], both)).toEqual([
      ['live', undefined],
      ['old', undefined],
    ]);
  });
});

describe('a collection of a repository', () => {
  it('says how long nothing is there only if it found nothing', () => {
    expect(find([round(8)], {}, null)).toMatchObject({
      empty: { status: 'not-applicable' },
      validUntil: hoursAgo(8 - 48),
    });
    const all = [round(8), read('live', 1)];
    expect(find(all, {}, null).validUntil).toBe(hoursAgo(1 - 48));
  });

  it('says nothing of an asset that has no repository', () => {
    const unlinked = { linked: false, repositories: [] };
    expect(find([], unlinked, null).empty).toMatchObject({
      status: 'not-assessed',
      reason: { code: 'state-not-observed' },
    });
    expect(find([round(8)], unlinked, null).empty?.status).toBe('not-assessed');
  });
});

it('what tells that a thing is gone is read as far back as that counts', () => {
  const listRead = (goneWithin?: string) =>
    compileControl(
      assertingOver(
        {
          each: 'branch',
          from: 'branch-protection-observed',
          within: 'P2D',
          ...(goneWithin && { goneWithin }),
        },
        'member.protected',
      ),
    ).needs.evidence;
  const types = ['branch-protection-observed', 'collector-heartbeat'];
  const all = [...types, 'commits-pushed', 'reference-changed'];
  expect(listRead()).toMatchObject([{ types, within: 'P90D' }]);
  expect(listRead('P60D')).toMatchObject([{ types: all, within: 'P90D' }]);
  expect(listRead('P400D')).toMatchObject([{ types: all, within: 'P400D' }]);
});
