import type { Knex } from 'knex';

/**
 * Holds every connection of a pool in an idle transaction. Returns the function
 * that releases them; calling it again does nothing.
 */
export async function holdConnections(
  knex: Knex,
): Promise<() => Promise<void>> {
  const { max } = knex.client.pool as { max: number };
  const held = await Promise.all(
    Array.from({ length: max }, () => knex.transaction()),
  );
  return async () => {
    const all = held.splice(0);
    await Promise.all(all.map(transaction => transaction.rollback()));
  };
}
