import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import { schemaMessage } from '../rules/schemaMessage';

/** A kind, a namespace and a name have 63 characters each. */
const LONGEST_REF = 200;

/**
 * A reference to a catalog entity as people write it, e.g. `payments` or
 * `resource:default/payments`; which parts may be left out is said where it
 * is used.
 *
 * @public
 */
export const EntityRefText = z
  .string()
  .max(LONGEST_REF)
  .regex(
    /^([^:/\s]+:)?([^:/\s]+\/)?[^:/\s]+$/,
    schemaMessage('entity-reference', { example: 'resource:payments' }),
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

/**
 * The full reference of what somebody wrote where the catalog does not check
 * it; undefined when it is none.
 *
 * @public
 */
export function readEntityRef(
  text: string,
  defaultKind: string,
  defaultNamespace: string,
): string | undefined {
  return EntityRefText.safeParse(text).success && !/\p{Cc}/u.test(text)
    ? fullEntityRef(text, defaultKind, defaultNamespace)
    : undefined;
}
