import { finished } from 'node:stream';
import type express from 'express';

/** What is asked for without saying who asks: nobody waits for a page there. */
const OPEN = /^\/ingest(?:\/|$)/i;

/**
 * Tells of each page from when it is asked for until it is answered.
 *
 * @param onPage - is told of a page; answers what to call at its end
 */
export function trackPages(onPage: () => () => void): express.RequestHandler {
  return (req, res, next) => {
    if (!OPEN.test(req.path)) {
      const ends = onPage();
      // Also when the connection was closed before: no event comes then.
      finished(res, () => ends());
    }
    next();
  };
}
