import {
  type ErrorCode,
  errorCodes,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Language } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { ErrorDetail } from '../read/errorDetail';
import { inEnglish } from '../read/inEnglish';

const names: Readonly<Record<number, string>> = {
  400: 'InputError',
  401: 'AuthenticationError',
  403: 'NotAllowedError',
  404: 'NotFoundError',
  405: 'MethodNotAllowedError',
  408: 'RequestTimeoutError',
  409: 'ConflictError',
  413: 'PayloadTooLargeError',
  415: 'UnsupportedMediaTypeError',
  431: 'HeadersTooLargeError',
  500: 'InternalError',
  503: 'ServiceUnavailableError',
};

/**
 * An error with a code of the registry; the error middleware turns it into a
 * response. Its own message is English, for the log.
 */
export class Fault extends Error {
  readonly code: ErrorCode;
  readonly statusCode: number;

  readonly #detail: ErrorDetail | undefined;

  constructor(code: ErrorCode, detail?: ErrorDetail) {
    const { status } = errorCodes[code];
    super(tell(inEnglish.language, code, detail));
    this.name = names[status] ?? 'Error';
    this.code = code;
    this.statusCode = status;
    this.#detail = detail;
  }

  /** What is wrong and what to do, in a language. */
  messageIn(language: Language): string {
    return tell(language, this.code, this.#detail);
  }
}

function tell(
  language: Language,
  code: ErrorCode,
  detail: ErrorDetail | undefined,
): string {
  const { meaning, fix } = language.errors[code];
  return [detail?.(language) ?? meaning, fix].join(' ');
}
