import { GroupCommit } from './GroupCommit';

/** Items whose commit hangs until it is cancelled. */
const isHanging = (item: number) => item >= 100;

function recorded(limit = 10) {
  const groups: number[][] = [];
  let tried = 0;
  let isDown = false;
  const commit = async (items: readonly number[]) => {
    await new Promise(resolve => setImmediate(resolve));
    tried += 1;
    if (items.includes(0) || isDown) {
      throw new Error('nothing can be committed');
    }
    if (items.some(isHanging)) {
      throw new Error('it hung');
    }
    isDown = items.includes(50);
    if (items.includes(13) || isDown) {
      throw new Error('13 is bad');
    }
    groups.push([...items]);
  };
  const toReach = (error: unknown) => {
    if (/hung/.test(String(error))) {
      return 'unknown';
    }
    return /nothing/.test(String(error)) ? 'all' : 'one';
  };
  return {
    groups,
    group: new GroupCommit(commit, limit, toReach),
    tries: () => tried,
  };
}

describe('GroupCommit', () => {
  it('commits together what comes together, each once', async () => {
    const { groups, group } = recorded();
    await Promise.all([1, 2, 3].map(item => group.add(item)));
    await group.add(4);
    expect(groups).toEqual([[1, 2, 3], [4]]);
  });

  it('gathers the next group while two are being committed', async () => {
    const { groups, group } = recorded();
    const turn = () => new Promise(resolve => setImmediate(resolve));
    const first = group.add(1);
    await turn();
    const second = group.add(2);
    const rest = [first, second, group.add(3), group.add(4)];
    await turn();
    rest.push(group.add(5), group.add(6));
    await Promise.all(rest);
    expect(groups).toEqual([[1], [2, 3, 4], [5, 6]]);
  });

  it('makes no group larger than its limit', async () => {
    const { groups, group } = recorded(2);
    await Promise.all([1, 2, 3, 4, 5].map(item => group.add(item)));
    expect(groups).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('one that can not be committed harms no other, and is told so', async () => {
    const { groups, group } = recorded();
    const results = await Promise.allSettled(
      [1, 13, 3].map(item => group.add(item)),
    );
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(groups).toEqual([[1], [3]]);
  });

  it('tries nobody alone when none could be committed', async () => {
    const { group, tries } = recorded();
    const results = await Promise.allSettled(
      [0, 1, 2].map(item => group.add(item)),
    );
    expect(results.map(({ status }) => status)).toEqual(
      Array(3).fill('rejected'),
    );
    expect(tries()).toBe(1);
    await group.add(3);
  });

  it('one that hangs harms no other', async () => {
    const { group, groups } = recorded();
    const results = await Promise.allSettled(
      [1, 100, 3].map(item => group.add(item)),
    );
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(groups).toEqual([[1], [3]]);
  });

  it('waits for no third one that hangs', async () => {
    const { group, tries } = recorded(5);
    const results = await Promise.allSettled(
      [100, 101, 102, 103, 1, 2].map(item => group.add(item)),
    );
    expect(results.map(({ status }) => status)).toEqual([
      ...Array(5).fill('rejected'),
      'fulfilled',
    ]);
    // The group, two of it, and the one in the second lane.
    expect(tries()).toBe(4);
  });

  it('tries nobody else alone once nothing can be committed', async () => {
    const { group, tries } = recorded();
    const results = await Promise.allSettled(
      [1, 50, 2, 3].map(item => group.add(item)),
    );
    expect(results.map(({ status }) => status)).toEqual(
      Array(4).fill('rejected'),
    );
    expect(tries()).toBe(2);
  });

  it('whoever waited behind a group for all of its attempt fails with it', async () => {
    const { group, groups } = recorded(2);
    // The second lane takes 2 and 3; 4 waits.
    const results = await Promise.allSettled(
      [0, 1, 2, 3, 4].map(item => group.add(item)),
    );
    expect(results.map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
      'fulfilled',
      'fulfilled',
      'rejected',
    ]);
    await group.add(5);
    expect(groups).toEqual([[2, 3], [5]]);
  });

  it('whoever came during that attempt is tried', async () => {
    const { group, groups } = recorded(1);
    const failed = group.add(0);
    const kept = [group.add(1)];
    await new Promise(resolve => setImmediate(resolve));
    kept.push(group.add(2));
    await expect(failed).rejects.toThrow('nothing');
    await Promise.all(kept);
    expect(groups).toEqual([[1], [2]]);
  });
});
