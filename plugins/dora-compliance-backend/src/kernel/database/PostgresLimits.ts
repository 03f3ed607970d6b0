import type { Socket } from 'node:net';

/** The part of a node-postgres connection that is used here. */
export type PostgresConnection = {
  query(sql: string): Promise<unknown>;
  connection?: { stream?: Socket };
  /** Whether every query was answered. */
  readyForQuery?: boolean;
};

/** How much longer than the statement timeout the server may be silent. */
const GRACE = 2_000;

/**
 * PostgreSQL ends a transaction that is idle for so long, which releases its
 * locks.
 */
const IDLE = 60_000;

/** The current limit of each session, in milliseconds. */
const limits = new WeakMap<PostgresConnection, number>();

const watched = new WeakSet<Socket>();

/**
 * Lets the server cancel statements that take longer, and closes a connection
 * that is silent for longer still: if the server or the network hangs, nothing
 * else cancels the statement. The limit is sent only if it differs from that of
 * the session.
 */
export async function limitStatements(
  connection: PostgresConnection,
  milliseconds: number,
): Promise<void> {
  watch(connection, milliseconds + GRACE);
  if (limits.get(connection) !== milliseconds) {
    await connection.query(
      `SET statement_timeout = ${milliseconds}; SET idle_in_transaction_session_timeout = ${IDLE}`,
    );
    limits.set(connection, milliseconds);
  }
}

/** Stops watching a connection that returns to its pool. */
export function unwatch({ connection }: PostgresConnection): void {
  connection?.stream?.setTimeout(0);
}

function watch(client: PostgresConnection, milliseconds: number) {
  const stream = client.connection?.stream;
  stream?.setTimeout(milliseconds);
  if (stream && !watched.has(stream)) {
    watched.add(stream);
    stream.on('timeout', () => {
      if (client.readyForQuery) {
        return;
      }
      const { bytesRead } = stream;
      // While this process was blocked, responses may have arrived: they are
      // read before the next tick.
      setImmediate(() => {
        if (stream.bytesRead === bytesRead) {
          stream.destroy(silence(stream.timeout ?? milliseconds));
        }
      });
    });
  }
}

function silence(milliseconds: number): Error {
  return Object.assign(
    new Error(`The database was silent for ${milliseconds / 1000} s`),
    { code: 'ETIMEDOUT' },
  );
}
