import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type express from 'express';
import { isUnreachable } from '../kernel/database/isUnreachable';
import { type ErrorDetail, errorDetail } from '../read/errorDetail';
import { readLanguage } from './chooseLanguage';
import { Fault } from './Fault';

/** Value of Retry-After when the database is not available, in seconds. */
const RETRY_AFTER = '5';

/**
 * Answers every error in one shape: that of Backstage, plus an error code.
 * Unexpected errors are logged; the response has their id and never a stack,
 * unlike Backstage's own in development.
 */
export function answerFaults(
  logger: LoggerService,
): express.ErrorRequestHandler {
  return (error, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const fault = toFault(error, logger);
    const { name, code, statusCode } = fault;
    const message = fault.messageIn(readLanguage(res));
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

/** Most messages of Backstage have no full stop. */
function sentence(message: string): ErrorDetail | undefined {
  const text = message.trim();
  return text === '' ? undefined : () => text.replace(/[^.]$/, '$&.');
}
