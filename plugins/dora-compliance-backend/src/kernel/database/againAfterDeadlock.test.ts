import { againAfterDeadlock } from './againAfterDeadlock';

describe('againAfterDeadlock', () => {
  /** Fails so many times with a SQLSTATE, then returns how often it ran. */
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

  it('runs again what was given up for another', async () => {
    expect(await againAfterDeadlock(failing(4, '40P01'))).toBe(5);
  });

  it('throws the fifth deadlock, and any other error at once', async () => {
    const always = againAfterDeadlock(failing(5, '40P01'));
    await expect(always).rejects.toThrow('run 5');
    const other = againAfterDeadlock(failing(1, '23505'));
    await expect(other).rejects.toThrow('run 1');
  });
});
