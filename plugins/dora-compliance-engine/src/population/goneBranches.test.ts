import type {
  Duration,
  Evidence,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { EvidenceIndex } from '../lineage/EvidenceIndex';
import { at, deployed, evidence, person, pushed } from '../testing/story';
import { listGoneBranches } from './goneBranches';

const DAY = 24 * 60;
const NOW = at(100 * DAY);
const day = (number: number) => at(number * DAY);
const within = 'P60D' as Duration;

const last = evidence('branch-protection-observed', day(90), {
  complete: true,
  branch: 'release',
  protected: true,
});

type Reference = Predicate<'reference-changed'>;

const changed = (
  number: number,
  action: Reference['action'] = 'deleted',
  reference: Partial<Reference['reference']> = {},
) =>
  evidence('reference-changed', day(number), {
    reference: { kind: 'branch', name: 'release', ...reference },
    action,
    changedAt: day(number),
  });
const push = (number: number, branch = 'release') => {
  const one = pushed(number * DAY, undefined, `c${number}`, person('marco'));
  return { ...one, predicate: { ...one.predicate, branch } } as Evidence;
};
const elsewhere = (item: Evidence) =>
  ({
    ...item,
    id: `${item.id}-elsewhere`,
    subjects: [{ kind: 'repository', uri: 'https://github.com/bank/x' }],
  } as unknown as Evidence);

const find = (items: readonly Evidence[], known: readonly Evidence[] = []) =>
  listGoneBranches(items, {
    index: new EvidenceIndex([...items, ...known], NOW),
    asOf: NOW,
    within,
  });
/** Whether it is known that the branch was deleted. */
const isKnown = (...known: Evidence[]) =>
  find([last], known)[0]?.doubt === undefined;

describe('a branch that is read no longer', () => {
  it('is gone since its deletion', () => {
    expect(find([last], [changed(91)])).toEqual([
      { item: last, goneAt: day(91), until: day(151) },
    ]);
  });

  it('may be there still, if nobody reports its deletion', () => {
    expect(find([last])).toEqual([
      {
        item: last,
        goneAt: day(90),
        until: day(150),
        doubt: {
          code: 'branch-read-no-longer',
          params: { branch: 'release', since: day(90) },
        },
      },
    ]);
  });

  it('counts for the time that the control gives', () => {
    const old = { ...last, observedAt: day(40) } as Evidence;
    expect(find([old])).toEqual([]);
    const newer = { ...last, observedAt: at(40 * DAY + 1) } as Evidence;
    expect(find([newer])).toHaveLength(1);
    expect(find([deployed(90 * DAY, 'm')])).toEqual([]);
  });
});

describe('the deletion of a branch', () => {
  it.each<[boolean, string, Evidence]>([
    [true, 'of its last reading', changed(90)],
    [false, 'before its last reading', changed(89)],
    [false, 'of another branch', changed(91, 'deleted', { name: 'main' })],
    [false, 'of a tag', changed(91, 'deleted', { kind: 'tag' })],
    [false, 'elsewhere', elsewhere(changed(91))],
    [false, 'that was its creation', changed(91, 'created')],
  ])('is known (%s) by a report %s', (result, _, item) => {
    expect(isKnown(item)).toBe(result);
  });

  it.each<[boolean, string, Evidence]>([
    [false, 'later', push(91.1)],
    [true, 'at the same time, as hosts report deletions', push(91)],
    [true, 'before', push(90.5)],
    [true, 'later to another branch', push(91.1, 'main')],
    [true, 'later elsewhere', elsewhere(push(91.1))],
  ])('is for good (%s) if somebody pushed %s', (result, _, item) => {
    expect(isKnown(changed(91), item)).toBe(result);
  });
});
