import { setTimeout } from 'node:timers/promises';
import type express from 'express';
import { Fault } from './Fault';
import { releaseBody } from './readBody';

/** A rejection is delayed by this many times the time it took. */
const TIMES = 20;

/** The longest delay, in milliseconds. */
const LONGEST = 2000;

/** The shortest delay, in milliseconds. */
const SHORTEST = 20;

/**
 * How long a rejection that took some time is delayed, both in milliseconds.
 */
export function computeRefusalDelay(took: number): number {
  return Math.min(Math.max(took * TIMES, SHORTEST), LONGEST);
}

/** Records when a request arrived, for `delayRefusals`. */
export function recordArrival(): express.RequestHandler {
  return (_req, res, next) => {
    res.locals.arrivedAt = performance.now();
    next();
  };
}

const sleepBeside = (milliseconds: number): Promise<unknown> =>
  setTimeout(milliseconds, undefined, { ref: false });

/**
 * Delays rejections, so that senders of bad input can use only a small part of
 * the time of the process: each of them waits for a response. The body is
 * released at once.
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
