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

/** How much may be read, in bytes. */
export type BodyLimits = {
  /** Of one request. */
  each: number;
  /** Of all requests at hand together. */
  together: number;
};

/**
 * Reads bodies as they come, within limits. Unlike the body parser of Express
 * it does not wait for the end of a body that is too large: there may be none.
 */
export function readBody({
  each,
  together,
}: BodyLimits): express.RequestHandler {
  let atHand = 0;
  return (req, res, next) => {
    // A body of unknown length counts with the most it may have.
    const announced = Number(req.headers['content-length'] ?? each);
    const encoding = req.headers['content-encoding'] ?? 'identity';
    if (encoding !== 'identity') {
      turnAway(req, res, next, new Fault('media-type-unsupported'));
    } else if (!(announced <= each)) {
      turnAway(req, res, next, new Fault('body-too-large'));
    } else if (atHand + announced > together) {
      res.setHeader('Retry-After', '1');
      turnAway(req, res, next, new Fault('receiver-busy'));
    } else {
      atHand += announced;
      const release = () => {
        if (held.delete(req)) {
          atHand -= announced;
        }
      };
      held.set(req, release);
      res.once('close', release);
      collect(req, res, next, each);
    }
  };
}

function collect(
  req: express.Request,
  res: express.Response,
  next: express.NextFunction,
  limit: number,
) {
  const chunks: Buffer[] = [];
  let length = 0;
  const onData = (chunk: Buffer) => {
    length += chunk.length;
    if (length > limit) {
      chunks.length = 0;
      req.off('data', onData).off('end', onEnd);
      turnAway(req, res, next, new Fault('body-too-large'));
    } else {
      chunks.push(chunk);
    }
  };
  function onEnd() {
    req.body = Buffer.concat(chunks);
    // Nothing but the body holds the bytes, so that it can let go of them.
    chunks.length = 0;
    next();
  }
  // A sender that breaks off gets no answer, and nothing goes on.
  req
    .on('data', onData)
    .on('end', onEnd)
    .on('error', () => {});
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
