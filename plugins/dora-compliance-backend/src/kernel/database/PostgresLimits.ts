import type { Socket } from 'node:net';

/** What is used of a connection of node-postgres. */
export type PostgresConnection = {
  query(sql: string): Promise<unknown>;
  connection?: { stream?: Socket };
  /** Whether all that was asked is answered. */
  readyForQuery?: boolean;
};

/** How much longer than a statement may take the server may be silent. */
const GRACE = 2_000;

/** A transaction whose process does nothing lets go of its locks. */
const IDLE = 60_000;

/** The limit each session has, in milliseconds. */
const limits = new WeakMap<PostgresConnection, number>();

const watched = new WeakSet<Socket>();

/**
 * Lets the server cancel statements that take longer, and ends a connection
 * that is silent for longer still: its server or the network hangs, and nobody
 * cancels anything. A session is told only what it was not told before.
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

/** Ends the watch over a connection that goes back to its pool. */
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
      // While this process stood still answers may have come: they are read
      // before the next turn.
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
