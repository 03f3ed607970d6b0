import { z } from 'zod';
import type { SourceSecret } from '../source/SourceSecret';
import { text } from './configTypes';

const BoundSecret = z.strictObject({
  /** Missing where its environment variable is not set. */
  secret: z.string('must be text').optional(),
  scope: z
    .array(text().regex(/^\S+$/, 'must be a pattern without spaces'))
    .min(
      1,
      'is empty; name what its deliveries may be about, or remove the key',
    )
    .optional(),
});

/**
 * Text that is never shown.
 *
 * @public
 */
export function secretText() {
  return z
    .string('must be text')
    .refine(isNotBlank, 'is empty; it must be text');
}

/**
 * A list of secrets, without those that are empty or blank because their
 * environment variable is. Each is text, or an object that binds it to what its
 * deliveries may be about. Undefined if it is not set, which is not the same.
 *
 * @public
 */
export function secretList() {
  return z
    .array(z.preprocess(asObject, BoundSecret))
    .transform(secrets =>
      secrets.flatMap(({ secret = '', scope }): SourceSecret[] => {
        if (!isNotBlank(secret)) {
          return [];
        }
        return [scope ? { secret, scope } : secret];
      }),
    )
    .optional();
}

/** A secret that is text alone, in the form of the others. */
function asObject(given: unknown, context: z.core.$RefinementCtx): unknown {
  if (typeof given === 'string') {
    return { secret: given };
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    context.addIssue({
      code: 'custom',
      message: 'must be text, or an object with secret and scope',
      input: given,
    });
    return z.NEVER;
  }
  return given;
}

function isNotBlank(secret: string): boolean {
  return secret.trim() !== '';
}
