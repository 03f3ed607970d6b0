/** Why a CI system could not be read in full. */
export type DiscoveryFailure =
  | 'forbidden'
  | 'not-found'
  | 'rate-limited'
  | 'unavailable'
  | 'truncated'
  | 'unexpected';

/**
 * A CI system could not be read in full. The pipelines known before stay as
 * they are.
 */
export class DiscoveryError extends Error {
  readonly failure: DiscoveryFailure;
  /** When it may be asked again, in milliseconds from now, where reported. */
  readonly retryAfter?: number;

  constructor(
    failure: DiscoveryFailure,
    message: string,
    options: { retryAfter?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'DiscoveryError';
    this.failure = failure;
    this.retryAfter = options.retryAfter;
  }
}
