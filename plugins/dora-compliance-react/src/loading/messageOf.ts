import { ResponseError } from '@backstage/errors';

/**
 * What an error says; of one the backend answered with, its own words.
 *
 * @public
 */
export function messageOf(error: Error): string {
  return error instanceof ResponseError
    ? error.body.error.message
    : error.message;
}
