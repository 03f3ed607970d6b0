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
  .max(200)
  .regex(
    /^([^:/\s]+:)?([^:/\s]+\/)?[^:/\s]+$/,
    'must be an entity reference such as resource:payments',
  );

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
