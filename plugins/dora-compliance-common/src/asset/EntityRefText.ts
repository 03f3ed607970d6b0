import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';

/**
 * A reference to a catalog entity as people write it, e.g. `payments` or
 * `resource:default/payments`; which parts may be left out is said where it
 * is used.
 *
 * @public
 */
export const EntityRefText = z
  .string()
  .min(1)
  .refine(isEntityRef, 'must be an entity reference such as resource:payments');

function isEntityRef(text: string): boolean {
  try {
    parseEntityRef(text, { defaultKind: 'x', defaultNamespace: 'x' });
    return true;
  } catch {
    return false;
  }
}

/**
 * The full reference, in lower case, of one as written in an entity.
 *
 * @public
 */
export function fullEntityRef(
  text: string,
  defaultKind: string,
  defaultNamespace: string,
): string {
  return stringifyEntityRef(
    parseEntityRef(text, { defaultKind, defaultNamespace }),
  );
}
