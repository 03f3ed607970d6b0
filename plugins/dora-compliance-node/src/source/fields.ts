import {
  type Instant,
  parseInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';

/**
 * A moment as CI systems write it: RFC 3339, or seconds since 1970.
 *
 * @public
 */
export const Moment = z
  .union([z.string(), z.number()])
  .transform((value, context): Instant => {
    const instant = parseInstant(value);
    if (!instant) {
      context.addIssue({ code: 'custom', message: 'is no moment in time' });
      return z.NEVER;
    }
    return instant;
  });

/**
 * The full id of a Git commit, SHA-1 or SHA-256.
 *
 * @public
 */
export const CommitId = z
  .string()
  .regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/i, 'must be the id of a commit');
