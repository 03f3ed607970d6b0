import {
  type ErrorCode,
  errorCodes,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { HttpResponse } from 'msw';

/** A fault of the registry as the backend answers it. */
export function fault(code: ErrorCode) {
  const { status, meaning } = errorCodes[code];
  return failure(status, { name: 'NotFoundError', message: meaning, code });
}

/** An answer with an error body of Backstage. */
export function failure(
  status: number,
  error: { name: string; message: string; code?: string },
) {
  return HttpResponse.json(
    { error, response: { statusCode: status } },
    { status },
  );
}
