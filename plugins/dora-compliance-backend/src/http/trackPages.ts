import { finished } from 'node:stream';
import type express from 'express';

/** Requests without authentication: no person waits for a page there. */
const OPEN = /^\/ingest(?:\/|$)/i;

/**
 * Reports each page from its request to its response.
 *
 * @param onPage - called for each page; returns the function to call at its end
 */
export function trackPages(onPage: () => () => void): express.RequestHandler {
  return (req, res, next) => {
    if (!OPEN.test(req.path)) {
      const ends = onPage();
      // Also if the connection was closed before: no event follows then.
      finished(res, () => ends());
    }
    next();
  };
}
