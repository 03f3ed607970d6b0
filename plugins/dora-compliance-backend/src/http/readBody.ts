import type { ErrorCode } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type express from 'express';
import { Fault } from './Fault';

/**
 * How long a connection stays open after its body was rejected, in
 * milliseconds.
 */
const LINGER = 500;

/** How to release the bodies that count towards the limit. */
const held = new WeakMap<express.Request, () => void>();

/** Releases a body that is no longer needed, before the response is sent. */
export function releaseBody(req: express.Request): void {
  req.body = undefined;
  held.get(req)?.();
}

/** The approximate size of a chunk of a body besides its bytes. */
const PIECE = 512;

/** How many bytes may be read, and how long that may take. */
type BodyLimits = {
  /** Of one request. */
  each: number;
  /** Of all current requests together. */
  together: number;
  /** Milliseconds until a body must be complete. */
  within: number;
};

/**
 * Reads bodies as they arrive, within limits. Unlike the body parser of
 * Express, it does not wait for the end of a body that is too large: there may
 * be none. Received bytes count, not announced ones: a sender that announces
 * much and sends little does not block others.
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
    // The bytes are referenced only by the body, so that it can release them.
    end();
    next();
  }
  // A sender that closes the connection gets no response, and processing stops.
  req
    .on('data', onData)
    .on('end', onEnd)
    .on('error', () => {});
  res.once('close', end);
}

/** Responds without reading further, then closes the connection. */
function turnAway(
  req: express.Request,
  res: express.Response,
  next: express.NextFunction,
  fault: Fault,
) {
  req.pause();
  res.setHeader('Connection', 'close');
  res.once('finish', () => {
    // Time for the response to arrive before unread data resets the connection.
    setTimeout(() => req.socket.destroy(), LINGER).unref();
  });
  next(fault);
}
