import {
  type Identity,
  type Instant,
  toInstant,
  type Outcome,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';

/** A text that can be kept: no NUL, and no half of a surrogate pair. */
export const Text = z.string().refine(isKeepable, {
  message: 'has a NUL or half of a surrogate pair',
});

export function isKeepable(text: string): boolean {
  return !/[\p{Surrogate}\0]/u.test(text);
}

/** Milliseconds, since 1970 or of a duration; sums of two are dates still. */
export const Millis = z.number().int().min(0).max(100_000_000_000_000);

export function instantAt(millis: number): Instant {
  return toInstant(new Date(millis));
}

/** Who Jenkins says did something. */
type JenkinsUser = {
  readonly id?: string | null;
  readonly name?: string | null;
};

/**
 * Undefined when nobody is named. Jenkins tells people and machines apart
 * nowhere, but for its own account.
 */
export function toIdentity(
  { id, name }: JenkinsUser,
  host: string,
): Identity | undefined {
  if (!id || id.toLowerCase() === 'anonymous') {
    return undefined;
  }
  return {
    system: host,
    login: id,
    ...(name && { name }),
    kind: id.toUpperCase() === 'SYSTEM' ? 'bot' : 'unknown',
  };
}

const outcomes: Readonly<Record<string, Outcome>> = {
  SUCCESS: 'success',
  FAILURE: 'failure',
  FAILED: 'failure',
  ABORTED: 'cancelled',
  NOT_BUILT: 'skipped',
  NOT_EXECUTED: 'skipped',
  SKIPPED: 'skipped',
};

/** Results of builds and of stages; unstable is no success. */
export function toOutcome(result: string): Outcome {
  return Object.hasOwn(outcomes, result) ? outcomes[result]! : 'other';
}

/** A branch without the name of the remote it was fetched from. */
export function toBranchName(
  name: string | null | undefined,
): string | undefined {
  const branch = name?.replace(/^(refs\/)?(remotes\/|heads\/)?(origin\/)?/, '');
  return branch && branch !== 'detached' ? branch : undefined;
}
