import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Server } from 'node:http';

/** Serves operations on a free port, without the rest of a backend. */
export async function serveRouter(
  bind: (router: Router) => void,
): Promise<Server> {
  const router = PromiseRouter();
  bind(router);
  const server = express().use(router).listen(0);
  await new Promise(resolve => {
    server.once('listening', resolve);
  });
  return server;
}
