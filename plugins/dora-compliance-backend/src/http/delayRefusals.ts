import { setTimeout } from 'node:timers/promises';
import type express from 'express';
import { Fault } from './Fault';
import { releaseBody } from './readBody';

/** A refusal waits this many times as long as it took to come to it. */
const TIMES = 20;

/** But no longer than this, in milliseconds. */
const LONGEST = 2000;

/** And no shorter. */
const SHORTEST = 20;

/** How long a refusal waits that took so long to come to, both in ms. */
export function computeRefusalDelay(took: number): number {
  return Math.min(Math.max(took * TIMES, SHORTEST), LONGEST);
}

/** Notes when a request came, for `delayRefusals`. */
export function recordArrival(): express.RequestHandler {
  return (_req, res, next) => {
    res.locals.arrivedAt = performance.now();
    next();
  };
}

const sleepBeside = (milliseconds: number): Promise<unknown> =>
  setTimeout(milliseconds, undefined, { ref: false });

/**
 * Lets refusals wait, so that senders of bad input, each of whom waits for an
 * answer, can't take more than a small part of the time of everybody else.
 * What they sent is let go of at once.
 */
export function delayRefusals(
  sleep = sleepBeside,
): express.ErrorRequestHandler {
  return async (error, req, res, next) => {
    releaseBody(req);
    if (error instanceof Fault && error.statusCode < 500) {
      const took = performance.now() - Number(res.locals.arrivedAt);
      await sleep(computeRefusalDelay(took));
    }
    next(error);
  };
}
