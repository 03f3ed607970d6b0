/** PostgreSQL: two transactions waited for each other, and this one gave in. */
const DEADLOCK = '40P01';

/** Who always loses against others is told after so many attempts. */
const ATTEMPTS = 5;

/** Runs a transaction, and again while it is given up for another. */
export async function againAfterDeadlock<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      const { code } = (error ?? {}) as { code?: unknown };
      if (code !== DEADLOCK || attempt === ATTEMPTS) {
        throw error;
      }
    }
  }
}
