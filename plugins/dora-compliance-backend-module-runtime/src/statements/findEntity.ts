import {
  EntityRefText,
  fullEntityRef,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { type Metadata, readValue } from '../fields';
import { ANNOTATION_ENTITY } from '../runtimeDefaults';

/** The entity, or that what names it can't be used. */
type Found = { readonly entity?: string; readonly problem?: string };

/**
 * The catalog entity that an object belongs to. The annotation counts more than
 * labels, as it was written for this purpose; of equal ones, the nearest counts.
 *
 * @param levels - the object, what owns it, and its namespace
 */
export function findEntity(
  levels: readonly Metadata[],
  labels: readonly string[],
): Found {
  for (const key of [ANNOTATION_ENTITY, ...labels]) {
    for (const { annotations, labels: own } of levels) {
      const value = readValue(annotations, key) ?? readValue(own, key);
      if (value !== undefined) {
        return readEntity(key, value);
      }
    }
  }
  return {};
}

function readEntity(key: string, value: string): Found {
  return EntityRefText.safeParse(value).success &&
    !/[\p{Cc}\p{Surrogate}]/u.test(value)
    ? { entity: fullEntityRef(value, 'component', 'default') }
    : {
        problem: `${key} names no catalog entity: write it as component:default/ledger`,
      };
}
