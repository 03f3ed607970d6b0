import {
  type Entity,
  parseEntityRef,
  RELATION_HAS_PART,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { ScopeKind } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** How many values a filter of the inventory takes. */
export const MOST = 100;

/** A part of the organization: a system, a domain, or a group. */
export type Part = {
  kind: 'system' | 'domain' | 'group';
  /** Finds its assets in the inventory. */
  filter: Record<string, string>;
  /** What changes are listed for. */
  scope?: { of: ScopeKind; ref: string };
  /** Of a group: whether the groups below it are not counted, as they are too many. */
  isAlone?: true;
};

/**
 * The part of the organization that an entity is. `none` if a domain has no systems,
 * `too-many` if it has more than a filter takes.
 */
export function findPart(
  entity: Entity,
): Part | 'none' | 'too-many' | undefined {
  const ref = stringifyEntityRef(entity);
  switch (entity.kind.toLowerCase()) {
    case 'system':
      return {
        kind: 'system',
        filter: { system: ref },
        scope: { of: 'system', ref },
      };
    case 'group':
      return {
        kind: 'group',
        filter: { owner: ref },
        scope: { of: 'group', ref },
      };
    case 'domain':
      return findDomain(entity);
    default:
      return undefined;
  }
}

function findDomain(entity: Entity): Part | 'none' | 'too-many' {
  const { relations = [] } = entity;
  const systems = relations
    .filter(
      ({ type, targetRef }) =>
        type === RELATION_HAS_PART &&
        parseEntityRef(targetRef).kind.toLowerCase() === 'system',
    )
    .map(({ targetRef }) => targetRef);
  if (systems.length === 0) {
    return 'none';
  }
  return systems.length > MOST
    ? 'too-many'
    : {
        kind: 'domain',
        filter: { system: systems.join(',') },
        scope: { of: 'domain', ref: stringifyEntityRef(entity) },
      };
}
