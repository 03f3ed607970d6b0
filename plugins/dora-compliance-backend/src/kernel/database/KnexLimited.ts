import createKnex, { type Knex } from 'knex';
import type { DatabaseLimits } from './DatabaseLimits';
import { isSqlite } from './isSqlite';
import {
  limitStatements,
  type PostgresConnection,
  unwatch,
} from './PostgresLimits';

/** The part of tarn, the pool of knex, that is used here. */
type Pool<T> = {
  acquire(): Acquisition<T>;
  release(connection: T): boolean;
  numFree(): number;
  numUsed(): number;
  numPendingAcquires(): number;
};

/**
 * A pending request for a connection. A pool never resolves one it rejected.
 */
type Acquisition<T> = { promise: Promise<T>; reject(error: Error): void };

/**
 * Timeouts are counted in ticks of a timer, not by the clock: time during which
 * the whole process was blocked does not count as time of the database.
 */
const TURNS = 10;

/**
 * A view of a database that shares its connections and has its own time limits.
 * Destroying the view does not close the connections.
 */
export function withLimits(knex: Knex, limits: DatabaseLimits): Knex {
  const { connection: _, pool: _pool, ...config } = knex.client.config;
  const view = createKnex({
    ...config,
    // The caller that gets no connection reports it; no second report is
    // needed.
    log: { ...config.log, warn: () => {} },
    connectionPool: isSqlite(knex)
      ? limitWait(knex.client.pool, limits)
      : limitUse(limitWait(knex.client.pool, limits), limits),
  });
  view.client.version = knex.client.version;
  return view;
}

/**
 * Ends the wait for a connection, and removes it from the queue of the pool.
 */
function limitWait<T>(pool: Pool<T>, { connection }: DatabaseLimits): Pool<T> {
  return facade(pool, () => {
    const acquisition = pool.acquire();
    if (connection === undefined) {
      return acquisition;
    }
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
      if (turns === TURNS) {
        acquisition.reject(noConnection(connection));
      }
    }, connection / TURNS);
    const stop = () => clearInterval(timer);
    acquisition.promise.then(stop, stop);
    return acquisition;
  });
}

function noConnection(milliseconds: number): Error {
  return Object.assign(
    new Error(
      `No connection to the database was free for ${
        milliseconds / 1000
      } s. If this happens often, raise backend.database.knexConfig.pool.max.`,
    ),
    { code: 'ETIMEDOUT' },
  );
}

/** Limits what is done with each connection of PostgreSQL. */
function limitUse(
  pool: Pool<PostgresConnection>,
  limits: DatabaseLimits,
): Pool<PostgresConnection> {
  const release = (connection: PostgresConnection) => {
    unwatch(connection);
    return pool.release(connection);
  };
  const limited = async (acquired: Promise<PostgresConnection>) => {
    const connection = await acquired;
    try {
      await limitStatements(connection, limits.statement);
      return connection;
    } catch (error) {
      release(connection);
      throw error;
    }
  };
  return {
    ...facade(pool, () => {
      const acquisition = pool.acquire();
      const { promise } = acquisition;
      return {
        promise: limited(promise),
        reject: error => acquisition.reject(error),
      };
    }),
    release,
  };
}

function facade<T>(pool: Pool<T>, acquire: () => Acquisition<T>) {
  return {
    acquire,
    release: (connection: T) => pool.release(connection),
    numFree: () => pool.numFree(),
    numUsed: () => pool.numUsed(),
    numPendingAcquires: () => pool.numPendingAcquires(),
    destroy: async () => {},
  };
}
