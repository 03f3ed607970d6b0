import type express from 'express';
import Router from 'express-promise-router';
import { errorDetail } from '../read/errorDetail';
import { Fault } from './Fault';

/** A path as Express writes it, and the methods it takes. */
type KnownPath = { path: string; method: 'GET' | 'POST' };

/**
 * Rejects requests that matched no route: a known path with another method, or
 * an unknown path.
 */
export function refuseUnknown(known: readonly KnownPath[]): express.Router {
  const router = Router();
  const methods = new Map<string, Set<string>>();
  for (const { path, method } of known) {
    const found = methods.get(path) ?? new Set<string>();
    methods.set(path, found.add(method));
    if (method === 'GET') {
      found.add('HEAD');
    }
  }
  for (const [path, allowed] of methods) {
    router.all(path, refuseMethod([...allowed].join(', ')));
  }
  router.use(() => {
    throw new Fault('path-unknown');
  });
  return router;
}

function refuseMethod(allowed: string): express.RequestHandler {
  return (req, res) => {
    res.set('Allow', allowed);
    throw new Fault(
      'method-unknown',
      errorDetail('method-unknown', { allowed, method: req.method }),
    );
  };
}
