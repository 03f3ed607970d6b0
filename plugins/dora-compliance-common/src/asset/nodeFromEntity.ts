import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { assetFromEntity } from './assetFromEntity';
import { findDeclaration } from './findDeclaration';
import type { InventoryNode } from './inventoryNode';
import { readLinks } from './readLinks';

/**
 * Kinds of catalog entities the inventory reads, in lower case.
 *
 * @public
 */
export const INVENTORY_KINDS = ['component', 'resource', 'system', 'api'];

/**
 * Reads what the inventory knows of a catalog entity, or undefined when
 * entities of its kind are of no concern to it.
 *
 * @public
 */
export function nodeFromEntity(entity: Entity): InventoryNode | undefined {
  const kind = entity.kind.toLowerCase();
  const entityRef = stringifyEntityRef(entity);
  const title = entity.metadata.title ?? entity.metadata.name;
  if (!INVENTORY_KINDS.includes(kind)) {
    return undefined;
  }
  const declaration = findDeclaration(entity);
  const { problems } = declaration;
  switch (declaration.of) {
    case 'function':
    case 'provider':
      return {
        node: declaration.of,
        entityRef,
        title,
        links: readLinks(entity, entityRef),
        declared: declaration.declared,
        problems,
      } as InventoryNode;
    default: {
      const links = readLinks(entity, entityRef, declaration.declared);
      const asset = assetFromEntity(entity);
      return asset
        ? { node: 'asset', entityRef, title, links, asset }
        : {
            node: kind === 'system' ? 'system' : 'api',
            entityRef,
            title,
            links,
          };
    }
  }
}
