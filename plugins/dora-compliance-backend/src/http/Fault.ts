import {
  type ErrorCode,
  errorCodes,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

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
 * response.
 */
export class Fault extends Error {
  readonly code: ErrorCode;
  readonly statusCode: number;

  constructor(code: ErrorCode, detail?: string) {
    const { status, meaning, fix } = errorCodes[code];
    super([detail ?? meaning, fix].join(' '));
    this.name = names[status] ?? 'Error';
    this.code = code;
    this.statusCode = status;
  }
}
