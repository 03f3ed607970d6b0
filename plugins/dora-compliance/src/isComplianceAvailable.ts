import type { Entity } from '@backstage/catalog-model';

/**
 * Whether an entity is an ICT asset: a component or a resource.
 *
 * @public
 */
export function isComplianceAvailable(entity: Entity): boolean {
  return ['component', 'resource'].includes(entity.kind.toLowerCase());
}
