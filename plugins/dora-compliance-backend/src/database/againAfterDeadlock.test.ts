import { againAfterDeadlock } from './againAfterDeadlock';

describe('againAfterDeadlock', () => {
  /** Fails so many times with a SQLSTATE, then answers how often it ran. */
  function failing(times: number, code: string) {
    let runs = 0;
    return async () => {
      runs += 1;
      if (runs <= times) {
        throw Object.assign(new Error(`run ${runs}`), { code });
      }
      return runs;
    };
  }

  it('runs once more what was given up for another', async () => {
    expect(await againAfterDeadlock(failing(1, '40P01'))).toBe(2);
  });

  it('tells of the second failure, and of any other at once', async () => {
    const twice = againAfterDeadlock(failing(2, '40P01'));
    await expect(twice).rejects.toThrow('run 2');
    const other = againAfterDeadlock(failing(1, '23505'));
    await expect(other).rejects.toThrow('run 1');
  });
});
