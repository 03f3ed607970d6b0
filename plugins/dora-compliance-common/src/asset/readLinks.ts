import type { Entity } from '@backstage/catalog-model';
import type { AssetDeclaration } from './AssetDeclaration';
import { EntityRefText, fullEntityRef } from './EntityRefText';
import type { Link, LinkRelation } from './inventoryNode';

/** Relations of the catalog, and which end of the link the entity is. */
const RELATIONS: Readonly<
  Record<string, { relation: LinkRelation; entityIs: 'from' | 'to' }>
> = {
  dependsOn: { relation: 'depends-on', entityIs: 'from' },
  partOf: { relation: 'has-part', entityIs: 'to' },
  consumesApi: { relation: 'consumes-api', entityIs: 'from' },
  providesApi: { relation: 'api-provided-by', entityIs: 'to' },
};

/**
 * The links an entity declares: by the relations of the catalog, and by what
 * `spec.dora` says of functions, provider and deployments.
 */
export function readLinks(
  entity: Entity,
  entityRef: string,
  declared: AssetDeclaration = {},
): Link[] {
  const namespace = entity.metadata.namespace ?? 'default';
  const full = (kind: string) => (text: string) =>
    fullEntityRef(text, kind, namespace);
  const { functions = [], provider, pipeline } = declared;
  const links: Link[] = [
    ...fromRelations(entity, entityRef),
    ...functions.map(full('resource')).map(from => ({
      from,
      to: entityRef,
      relation: 'supported-by' as const,
    })),
    ...(pipeline?.deploys ?? []).map(full('component')).map(from => ({
      from,
      to: entityRef,
      relation: 'deployed-by' as const,
    })),
    ...(provider
      ? [
          {
            from: entityRef,
            to: full('resource')(provider),
            relation: 'provided-by' as const,
          },
        ]
      : []),
  ];
  const key = ({ from, to, relation }: Link) => `${from} ${relation} ${to}`;
  return [...new Map(links.map(link => [key(link), link])).values()].sort(
    (a, b) => (key(a) < key(b) ? -1 : 1),
  );
}

function fromRelations(entity: Entity, entityRef: string): Link[] {
  return (entity.relations ?? []).flatMap(({ type, targetRef }) => {
    const known = Object.hasOwn(RELATIONS, type) ? RELATIONS[type] : undefined;
    // Processors of the catalog may emit any text.
    if (!known || !EntityRefText.safeParse(targetRef).success) {
      return [];
    }
    const { relation, entityIs } = known;
    return entityIs === 'from'
      ? { from: entityRef, to: targetRef, relation }
      : { from: targetRef, to: entityRef, relation };
  });
}
