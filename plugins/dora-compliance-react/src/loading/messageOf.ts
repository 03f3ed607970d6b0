import { ResponseError } from '@backstage/errors';

/** What browsers and Node call a request that got no response. */
const NO_RESPONSE =
  /^(Failed to fetch|fetch failed|Load failed|NetworkError\b|Network request failed)/;

/** What `ResponseError` says of a body that is not of Backstage. */
const FOREIGN_BODY = /^Request failed with status \d+/;

/**
 * What an error says, in words for people; of one the backend answered with,
 * its own words.
 *
 * @public
 */
export function messageOf(error: Error): string {
  if (error instanceof ResponseError) {
    const { message } = error.body.error;
    return FOREIGN_BODY.test(message)
      ? `The backend is not available (HTTP status ${error.response.status}). Try again in a few minutes.`
      : message;
  }
  if (NO_RESPONSE.test(error.message)) {
    return 'The backend could not be reached. Check your network connection, and try again.';
  }
  if ('issues' in error) {
    return 'The response of the backend has an unknown form. Reload the page; if that does not help, the frontend and backend packages have different versions.';
  }
  return error.message;
}
