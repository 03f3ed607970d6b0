import { Socket } from 'node:net';
import { limitStatements, type PostgresConnection } from './PostgresLimits';

const nextTurn = () => new Promise(resolve => setImmediate(resolve));

async function watched(readyForQuery: boolean) {
  const stream = new Socket();
  stream.on('error', () => {});
  const client: PostgresConnection = {
    query: async () => {},
    connection: { stream },
    readyForQuery,
  };
  await limitStatements(client, 1_000);
  return stream;
}

describe('limitStatements', () => {
  it('closes a connection whose server does not answer', async () => {
    const stream = await watched(false);
    stream.emit('timeout');
    await nextTurn();
    expect(stream.destroyed).toBe(true);
    expect(stream.errored).toMatchObject({ code: 'ETIMEDOUT' });
  });

  it('does not close an idle connection', async () => {
    const stream = await watched(true);
    stream.emit('timeout');
    await nextTurn();
    expect(stream.destroyed).toBe(false);
    stream.destroy();
  });

  it('leaves a connection alone whose answer this process was too busy to read', async () => {
    const stream = await watched(false);
    let bytesRead = 1;
    Object.defineProperty(stream, 'bytesRead', { get: () => bytesRead });
    stream.emit('timeout');
    bytesRead += 1;
    await nextTurn();
    expect(stream.destroyed).toBe(false);
    stream.destroy();
  });
});
