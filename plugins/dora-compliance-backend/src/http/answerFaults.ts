import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type express from 'express';
import { isUnreachable } from '../kernel/database/isUnreachable';
import { errorDetail } from '../read/errorDetail';
import { Fault } from './Fault';

/** Seconds after which the database may answer again. */
const RETRY_AFTER = '5';

/**
 * Answers every error in one shape, that of Backstage with a code of ours.
 * What is nobody's fault but ours goes to the log; the answer has its id and,
 * unlike Backstage's own in development, never a stack.
 */
export function answerFaults(
  logger: LoggerService,
): express.ErrorRequestHandler {
  return (error, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const { name, message, code, statusCode } = toFault(error, logger);
    if (code === 'store-unavailable') {
      res.setHeader('Retry-After', RETRY_AFTER);
    }
    res.status(statusCode).json({
      error: { name, message, code, statusCode },
      request: { method: req.method, url: req.url },
      response: { statusCode },
    });
  };
}

function toFault(thrown: unknown, logger: LoggerService): Fault {
  if (thrown instanceof Fault) {
    return thrown;
  }
  const error = toError(thrown);
  const { status } = thrown as { status?: unknown };
  // Thrown by Express when it decodes the parameters of a path.
  if (error instanceof URIError && status === 400) {
    return new Fault('path-invalid');
  }
  if (error.name === 'AuthenticationError') {
    return new Fault('not-authenticated', sentence(error.message));
  }
  if (error.name === 'NotAllowedError') {
    return new Fault('not-allowed', sentence(error.message));
  }
  if (error.name === 'InputError') {
    return new Fault('request-invalid', sentence(error.message));
  }
  const id = randomUUID();
  logger.error(`A request failed (${id})`, error);
  return isUnreachable(error)
    ? new Fault('store-unavailable')
    : new Fault('internal-error', errorDetail('request-failed', { id }));
}

/** Messages of Backstage mostly have no full stop. */
function sentence(message: string): string | undefined {
  const text = message.trim();
  return text === '' ? undefined : text.replace(/[^.]$/, '$&.');
}
