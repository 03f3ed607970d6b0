/**
 * PostgreSQL: two transactions waited for each other, and this one was rolled
 * back.
 */
const DEADLOCK = '40P01';

/** After so many attempts the error is thrown. */
const ATTEMPTS = 5;

/** Runs a transaction, and retries it after a deadlock. */
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
