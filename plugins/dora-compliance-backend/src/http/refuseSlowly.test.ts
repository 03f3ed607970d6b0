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
      readBody({ each: 4, together: 4 }),
      (req, res) => {
        if (String(req.body) === 'fine') {
          res.status(202).end();
          return;
        }
        const began = performance.now();
        while (performance.now() - began < 20);
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
});
