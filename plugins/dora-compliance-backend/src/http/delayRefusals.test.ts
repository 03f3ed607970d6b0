import { EventEmitter, once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import express from 'express';
import fc from 'fast-check';
import request from 'supertest';
import { until } from '../testing/until';
import { Fault } from './Fault';
import { readBody } from './readBody';
import {
  recordArrival,
  delayRefusals,
  computeRefusalDelay,
} from './delayRefusals';

describe('a refusal', () => {
  it('waits longer the longer it took, within bounds', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(computeRefusalDelay(less)).toBeLessThanOrEqual(
          computeRefusalDelay(more),
        );
        expect(computeRefusalDelay(a)).toBeGreaterThanOrEqual(20);
        expect(computeRefusalDelay(a)).toBeLessThanOrEqual(2000);
      }),
    );
  });

  /** Takes bodies, one at a time, and refuses those that are evil. */
  function receiver(
    each: number,
    together: number,
    sleep: () => Promise<unknown>,
  ) {
    const app = express();
    app.post(
      '/',
      recordArrival(),
      readBody({ each, together, within: 2 ** 30 }),
      (req, res) => {
        if (String(req.body.subarray(0, 4)) === 'fine') {
          res.status(202).end();
          return;
        }
        throw new Fault('signature-invalid');
      },
    );
    const answer: express.ErrorRequestHandler = (error, _req, res, _next) => {
      res.status(error.statusCode).end();
    };
    app.use(delayRefusals(sleep), answer);
    return app.listen(0);
  }

  it('holds nobody up while it waits', async () => {
    const steps = new EventEmitter();
    const asleep = once(steps, 'asleep');
    const server = receiver(4, 600, () => {
      steps.emit('asleep');
      return once(steps, 'awake');
    });
    const answered: string[] = [];
    const send = async (body: string) => {
      const { status } = await request(server).post('/').send(body);
      answered.push(`${body} ${status}`);
    };
    const refused = send('evil');
    await asleep;
    // The rejected body was released, although its sender waits.
    await send('fine');
    steps.emit('awake');
    await refused;
    expect(answered).toEqual(['fine 202', 'evil 401']);
    server.close();
  });

  it('waits as long as it is to', async () => {
    const waits: number[] = [];
    const refuse = delayRefusals(async milliseconds => {
      waits.push(milliseconds);
    });
    const next = jest.fn();
    const res = { locals: { arrivedAt: -Infinity } };
    for (const code of ['signature-invalid', 'store-unavailable'] as const) {
      await refuse(new Fault(code), {} as never, res as never, next);
    }
    expect(waits).toEqual([2000]);
    expect(next).toHaveBeenCalledTimes(2);
  });

  it('holds no body while it waits', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage: () => void = runInNewContext('gc');
    const size = 4 * 1024 * 1024;
    const refused = new EventEmitter();
    const server = receiver(size, 2 * size - 1, () => {
      refused.emit('one');
      return new Promise(() => {});
    });
    const memory = async () => {
      collectGarbage();
      return process.memoryUsage().arrayBuffers;
    };
    const { port } = server.address() as AddressInfo;
    const before = await memory();
    const senders: Socket[] = [];
    for (let n = 0; n < 4; n += 1) {
      const sender = connect(port).resume();
      senders.push(sender);
      const one = once(refused, 'one');
      sender.write(
        `POST / HTTP/1.1\r\nhost: a\r\ncontent-length: ${size}\r\n\r\n`,
      );
      sender.write(Buffer.alloc(size));
      await one;
    }
    // Released memory is collected concurrently, some time later.
    const held = await until(memory, now => now - before < size);
    expect(held - before).toBeLessThan(size);
    senders.forEach(sender => sender.destroy());
    server.close();
  });
});
