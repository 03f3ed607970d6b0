import { connect, type AddressInfo, type Socket } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import express from 'express';
import fc from 'fast-check';
import request from 'supertest';
import { Fault } from './Fault';
import { readBody } from './readBody';
import { noteArrival, refuseSlowly, waitOfRefusal } from './refuseSlowly';

describe('a refusal', () => {
  it('waits longer the longer it took, within bounds', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(waitOfRefusal(less)).toBeLessThanOrEqual(waitOfRefusal(more));
        expect(waitOfRefusal(a)).toBeGreaterThanOrEqual(20);
        expect(waitOfRefusal(a)).toBeLessThanOrEqual(2000);
      }),
    );
  });

  /** Takes bodies of four bytes, one at a time, and refuses some. */
  function receiver() {
    const app = express();
    app.post(
      '/',
      noteArrival(),
      readBody({ each: 4, together: 600, within: 5000 }),
      (req, res) => {
        if (String(req.body) === 'fine') {
          res.status(202).end();
          return;
        }
        const began = performance.now();
        while (performance.now() - began < 100);
        throw new Fault('signature-invalid');
      },
    );
    const answer: express.ErrorRequestHandler = (error, _req, res, _next) => {
      res.status(error.statusCode).end();
    };
    app.use(refuseSlowly(), answer);
    return app;
  }

  it('holds nobody up while it waits', async () => {
    const server = receiver().listen(0);
    const answered: string[] = [];
    const send = async (body: string) => {
      const { status } = await request(server).post('/').send(body);
      answered.push(`${body} ${status}`);
    };
    const refused = send('evil');
    // The body that is refused was let go of, though its sender waits.
    await new Promise(resolve => setTimeout(resolve, 100));
    await send('fine');
    await refused;
    expect(answered).toEqual(['fine 202', 'evil 401']);
    server.close();
  });

  it('holds no body while it waits', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage: () => void = runInNewContext('gc');
    const size = 4 * 1024 * 1024;
    const app = express();
    let refused = 0;
    app.post(
      '/',
      noteArrival(),
      readBody({ each: size, together: 2 * size, within: 5000 }),
      () => {
        const began = performance.now();
        while (performance.now() - began < 100);
        refused += 1;
        throw new Fault('signature-invalid');
      },
    );
    const server = app.use(refuseSlowly()).listen(0);
    const memory = () => {
      collectGarbage();
      return process.memoryUsage().arrayBuffers;
    };
    const { port } = server.address() as AddressInfo;
    const before = memory();
    const senders: Socket[] = [];
    for (let n = 0; n < 4; n += 1) {
      const sender = connect(port).resume();
      senders.push(sender);
      sender.write(
        `POST / HTTP/1.1\r\nhost: a\r\ncontent-length: ${size}\r\n\r\n`,
      );
      sender.write(Buffer.alloc(size));
      while (refused <= n) {
        await new Promise(resolve => setTimeout(resolve, 10));
      }
    }
    // What was let go of is swept beside the process, some time later.
    for (let look = 0; memory() - before >= size && look < 100; look += 1) {
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    expect(memory() - before).toBeLessThan(size);
    senders.forEach(sender => sender.destroy());
    server.close();
  });
});
