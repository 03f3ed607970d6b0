/** PostgreSQL: two transactions waited for each other, and this one gave in. */
const DEADLOCK = '40P01';

/** Runs a transaction, and once more when it was given up for another. */
export async function againAfterDeadlock<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if ((error as { code?: unknown } | null)?.code === DEADLOCK) {
      return run();
    }
    throw error;
  }
}
