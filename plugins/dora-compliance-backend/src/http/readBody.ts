import type { ErrorCode } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type express from 'express';
import { Fault } from './Fault';

/** Milliseconds a connection stays open after it was turned away. */
const LINGER = 500;

/** How to let go of the bodies that count. */
const held = new WeakMap<express.Request, () => void>();

/** Lets go of a body nothing more is made of, before it is answered. */
export function releaseBody(req: express.Request): void {
  req.body = undefined;
  held.get(req)?.();
}

/** What a piece of a body takes beside its bytes, about. */
const PIECE = 512;

/** How much may be read, in bytes, and how long that may take. */
export type BodyLimits = {
  /** Of one request. */
  each: number;
  /** Of all requests at hand together. */
  together: number;
  /** Milliseconds until a body must be there. */
  within: number;
};

/**
 * Reads bodies as they come, within limits. Unlike the body parser of Express
 * it does not wait for the end of a body that is too large: there may be none.
 * What counts is what came: who announces much and sends little keeps nobody
 * out.
 */
export function readBody(limits: BodyLimits): express.RequestHandler {
  let atHand = 0;
  return (req, res, next) => {
    const announced = Number(req.headers['content-length'] ?? 0);
    const encoding = req.headers['content-encoding'] ?? 'identity';
    if (encoding !== 'identity') {
      turnAway(req, res, next, new Fault('media-type-unsupported'));
      return;
    }
    if (!(announced <= limits.each)) {
      turnAway(req, res, next, new Fault('body-too-large'));
      return;
    }
    let counted = 0;
    const release = () => {
      if (held.delete(req)) {
        atHand -= counted;
      }
    };
    held.set(req, release);
    res.once('close', release);
    collect(req, res, next, {
      ...limits,
      take(bytes) {
        if (held.has(req) && atHand + bytes <= limits.together) {
          atHand += bytes;
          counted += bytes;
          return true;
        }
        return false;
      },
    });
  };
}

function collect(
  req: express.Request,
  res: express.Response,
  next: express.NextFunction,
  limits: BodyLimits & { take(bytes: number): boolean },
) {
  const chunks: Buffer[] = [];
  let length = 0;
  const late = setTimeout(() => refuse('body-too-slow'), limits.within).unref();
  const end = () => {
    clearTimeout(late);
    req.off('data', onData).off('end', onEnd);
    chunks.length = 0;
  };
  function refuse(code: ErrorCode) {
    end();
    releaseBody(req);
    turnAway(req, res, next, new Fault(code));
  }
  function onData(chunk: Buffer) {
    length += chunk.length;
    if (length > limits.each) {
      refuse('body-too-large');
    } else if (limits.take(chunk.length + PIECE)) {
      chunks.push(chunk);
    } else {
      res.setHeader('Retry-After', '1');
      refuse('receiver-busy');
    }
  }
  function onEnd() {
    req.body = Buffer.concat(chunks);
    // Nothing but the body holds the bytes, so that it can let go of them.
    end();
    next();
  }
  // A sender that breaks off gets no answer, and nothing goes on.
  req
    .on('data', onData)
    .on('end', onEnd)
    .on('error', () => {});
  res.once('close', end);
}

/** Answers without reading further, then ends the connection. */
function turnAway(
  req: express.Request,
  res: express.Response,
  next: express.NextFunction,
  fault: Fault,
) {
  req.pause();
  res.setHeader('Connection', 'close');
  res.once('finish', () => {
    // Time for the answer to arrive before what is unread resets the line.
    setTimeout(() => req.socket.destroy(), LINGER).unref();
  });
  next(fault);
}
