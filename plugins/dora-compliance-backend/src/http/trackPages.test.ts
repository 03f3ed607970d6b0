import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import supertest from 'supertest';
import { trackPages } from './trackPages';

function counted() {
  let pages = 0;
  let began = 0;
  const router = trackPages(() => {
    pages += 1;
    began += 1;
    return () => {
      pages -= 1;
    };
  });
  return { router, pages: () => pages, began: () => began };
}

describe('trackPages', () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.close();
  });

  it('counts a page until it is answered', async () => {
    const { router, pages } = counted();
    const seen: number[] = [];
    const app = express().use(router, (_req, res) => {
      seen.push(pages());
      res.end();
    });
    await supertest(app).get('/controls');
    await supertest(app).get('/controls');
    expect(seen).toEqual([1, 1]);
    expect(pages()).toBe(0);
  });

  it('counts no page that nobody waits for any more', async () => {
    const { router, pages, began } = counted();
    const arrived = Promise.withResolvers<void>();
    const done = Promise.withResolvers<void>();
    const app = express();
    // As Backstage does, which looks who asks first.
    app.use((_req, res, next) => {
      res.once('close', () => next());
      arrived.resolve();
    });
    app.use(router, (_req, res) => {
      res.end();
      setImmediate(done.resolve);
    });
    server = createServer(app).listen(0);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const asked = request({ port, path: '/controls' });
    asked.on('error', () => {});
    asked.end();
    await arrived.promise;
    asked.destroy();
    await done.promise;
    expect(began()).toBe(1);
    expect(pages()).toBe(0);
  });

  it('counts nothing that strangers ask for', async () => {
    const { router, began } = counted();
    const app = express().use(router, (_req, res) => res.end());
    await supertest(app).get('/ingest/github');
    await supertest(app).get('/INGEST');
    expect(began()).toBe(0);
  });
});
