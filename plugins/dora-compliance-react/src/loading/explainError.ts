import { ResponseError } from '@backstage/errors';
import type { Translate } from '../translation/useTranslation';

/** The messages of browsers and Node for a request without a response. */
const NO_RESPONSE =
  /^(Failed to fetch|fetch failed|Load failed|NetworkError\b|Network request failed)/;

/** The message of `ResponseError` if the body does not come from Backstage. */
const FOREIGN_BODY = /^Request failed with status \d+/;

/** Says what went wrong. A message of the backend is shown as it is. */
export function explainError(error: Error, t: Translate): string {
  if (error instanceof ResponseError) {
    const { message } = error.body.error;
    return FOREIGN_BODY.test(message)
      ? t('error.unavailable', { status: String(error.response.status) })
      : message;
  }
  if (NO_RESPONSE.test(error.message)) {
    return t('error.unreachable');
  }
  return 'issues' in error ? t('error.unknownResponse') : error.message;
}
