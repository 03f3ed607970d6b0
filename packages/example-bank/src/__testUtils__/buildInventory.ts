import type { Entity } from '@backstage/catalog-model';
import {
  criticalityOfFunction,
  type EffectiveCriticality,
  type IctAsset,
  type InventoryNode,
  missingFields,
  nodeFromEntity,
  type RecordField,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  effectiveCriticality,
  type GraphNode,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';

type NodeOf<T extends InventoryNode['node']> = Extract<
  InventoryNode,
  { node: T }
>;

/** What the suite makes of catalog entities. */
export function buildInventory(entities: readonly Entity[]) {
  const nodes = entities.flatMap(entity => nodeFromEntity(entity) ?? []);
  const links = nodes.flatMap(node => node.links);
  const criticality = effectiveCriticality(nodes.map(graphNode), links);
  const of = <T extends InventoryNode['node']>(kind: T) =>
    nodes.filter((node): node is NodeOf<T> => node.node === kind);
  const assets = of('asset').map(({ asset }) => asset);
  const refs = new Set(assets.map(({ entityRef }) => entityRef));
  const linked = new Set(
    links
      .filter(({ from, to }) => refs.has(from) && refs.has(to))
      .flatMap(({ from, to }) => [from, to]),
  );
  const missing = (asset: IctAsset): RecordField[] =>
    missingFields(asset, {
      functions: criticality.get(asset.entityRef)?.functions ?? [],
      hasLinks: linked.has(asset.entityRef),
    });
  return {
    assets,
    functions: of('function'),
    providers: of('provider'),
    missing,
    getCriticality: (entityRef: string): EffectiveCriticality =>
      criticality.get(entityRef) ?? { because: [], functions: [] },
  };
}

function graphNode(node: InventoryNode): GraphNode {
  const { entityRef } = node;
  switch (node.node) {
    case 'function':
      return {
        entityRef,
        declared: criticalityOfFunction(node.declared),
        isFunction: true,
      };
    case 'asset':
      return {
        entityRef,
        declared: node.asset.declared.classification?.criticality,
        isFunction: false,
      };
    default:
      return { entityRef, isFunction: false };
  }
}
