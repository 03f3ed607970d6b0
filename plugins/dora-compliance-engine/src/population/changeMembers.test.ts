import {
  type Evidence,
  evidenceTypes,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { builtIn } from '../registry/builtIn';
import {
  DAY,
  day,
  type Clause,
  findMembers,
  listMembers,
  without,
} from '../testing/members';
import { evidence, merged } from '../testing/story';

describe('changes', () => {
  const overChanges: Clause = { each: 'change', within: 'P30D' };
  const change = (days: number, number = 7) =>
    merged(number, days * DAY, 'anna', 'h', `m${days}`);

  it('are those that were merged within the window, each once', () => {
    const first = change(80);
    const told = { ...first, id: 'again', observedAt: day(81) } as Evidence;
    const found = findMembers(overChanges, [
      change(70, 1),
      told,
      first,
      change(90, 2),
    ]);
    expect(found.members[0]).toEqual({
      value: first.predicate,
      evidence: [first],
      describes: {
        kind: 'change',
        title: '#7 Change 7',
        uri: 'https://github.com/bank/ledger/pull/7',
        at: day(80),
      },
    });
    expect(found.members.map(({ describes }) => describes.at)).toEqual([
      day(80),
      day(90),
    ]);
    expect(found.validUntil).toBe(day(110));
  });

  it('are the earliest first, and have a window', () => {
    const clause = { ...overChanges, within: 'P30D' } as Clause;
    expect(builtIn.createPopulation(clause).window).toBe('P30D');
    expect(builtIn.createPopulation(clause).member).toEqual({
      name: 'change-merged',
      schema: evidenceTypes['change-merged'],
    });
  });

  it('may be those to some branches', () => {
    const { predicate, subjects } = change(80, 8);
    const elsewhere = evidence(
      'change-merged',
      day(80),
      { ...predicate, targetBranch: 'develop' },
      subjects.slice(1),
    );
    const where = { targetBranch: ['main', 'release'] };
    expect(
      listMembers({ ...overChanges, where }, [elsewhere, change(90)]),
    ).toEqual([expect.objectContaining({ at: day(90) })]);
    expect(listMembers(overChanges, [elsewhere, change(90)])).toHaveLength(2);
  });

  it('that name no change are one each, and a title may be missing', () => {
    const bare = without(change(80), 'change');
    const other = without(change(81), 'change');
    const untitled = {
      ...change(82, 9),
      predicate: {
        ...change(82, 9).predicate,
        change: { ...change(82, 9).predicate.change, title: '' },
      },
    } as Evidence;
    expect(
      listMembers(overChanges, [bare, other, untitled]).map(
        ({ title }) => title,
      ),
    ).toEqual(['#7 Change 7', '#7 Change 7', '#9']);
  });

  it.each<[string, object, Parameters<typeof findMembers>[2]]>([
    [
      'not-applicable',
      { code: 'population-empty', params: { days: 30, kind: 'change' } },
      {},
    ],
    ['not-assessed', { code: 'source-silent' }, { sourceHeard: false }],
    [
      'not-assessed',
      { code: 'asset-not-linked' },
      { asset: { linked: false } },
    ],
  ])('are none: %s, %j', (status, reason, more) => {
    expect(findMembers(overChanges, [], more)).toMatchObject({
      members: [],
      empty: { status, reason },
    });
  });
});
