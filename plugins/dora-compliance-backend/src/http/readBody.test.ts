import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import express from 'express';
import { until } from '../testing/until';
import { readBody } from './readBody';

const answer: express.ErrorRequestHandler = (error, _req, res, _next) => {
  res.status(error.statusCode).send(error.code);
};

let server: Server;
const open: Socket[] = [];

async function serve(within: number) {
  const app = express()
    .post('/', readBody({ each: 1000, together: 6000, within }), (req, res) => {
      res.status(202).send(String(req.body.length));
    })
    .use(answer);
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
}

afterEach(() => {
  open.splice(0).forEach(socket => socket.destroy());
  server.close();
});

/** Sends some bytes of a body of an announced length. */
function send(announced: number, bytes: number) {
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  open.push(socket);
  let text = '';
  socket.on('data', data => (text += data)).on('error', () => {});
  socket.write(
    `POST / HTTP/1.1\r\nhost: a\r\ncontent-length: ${announced}\r\n\r\n`,
  );
  socket.write(Buffer.alloc(bytes, 0x20));
  const status = async () => {
    while (!text.includes('\r\n')) {
      await once(socket, 'data');
    }
    return Number(text.split(' ')[1]);
  };
  return { socket, status };
}

describe('a body', () => {
  it('counts with what came of it, not with what was announced', async () => {
    await serve(60_000);
    for (let n = 0; n < 8; n += 1) {
      send(1000, 1);
    }
    expect(await send(900, 900).status()).toBe(202);
  });

  it('is rejected while all bodies together are too large', async () => {
    await serve(60_000);
    const others = [1, 2, 3, 4].map(() => send(1000, 900));
    const status = async () => send(1000, 1000).status();
    // Those before may not have arrived yet.
    expect(await until(status, it => it === 503)).toBe(503);
    others.forEach(({ socket }) => socket.destroy());
    expect(await until(status, it => it === 202)).toBe(202);
  });

  it('counts with each of its pieces, however small they are', async () => {
    await serve(60_000);
    const { port } = server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    open.push(socket);
    socket.write(
      'POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n',
    );
    socket.write('1\r\na\r\n'.repeat(100));
    const [answered] = await once(socket, 'data');
    expect(String(answered)).toMatch(/^HTTP\/1.1 503 /);
  });

  it('is rejected if it is larger than allowed', async () => {
    await serve(60_000);
    expect(await send(1001, 0).status()).toBe(413);
  });

  it('is rejected and released if it takes too long', async () => {
    await serve(100);
    const slow = [1, 2].map(() => send(1000, 999).status());
    expect(await Promise.all(slow)).toEqual([408, 408]);
    expect(await send(1000, 1000).status()).toBe(202);
  });
});
