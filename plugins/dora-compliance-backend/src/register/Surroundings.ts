import {
  canonicalJson,
  type Criticality,
  type Digest,
  computeDigest,
  type EffectiveCriticality,
  type IctAsset,
  type InventoryNode,
  criticalityOfFunction,
  type Link,
  missingFields,
  recordDigest,
  type RecordField,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  effectiveCriticality,
  type GraphNode,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import { listNotListed } from './pipelinesNotListed';

/** What the graph says about an asset. */
export type AssetSurroundings = {
  entityRef: string;
  criticality: EffectiveCriticality;
  missing: RecordField[];
  /** What a review confirms. */
  record: Digest;
  /** Digest of everything that is known about the asset and its provider. */
  input: Digest;
};

/** The part of a node that is needed to compute all surroundings. */
export type GraphItem = {
  graph: GraphNode;
  links: readonly Link[];
  digest: Digest;
  /**
   * Fields that an asset lacks unless related nodes provide them; absent for
   * others.
   */
  asset?: { lacks: RecordField[]; providerRef?: string; source: IctAsset };
};

/** The part of a node that affects others. */
export function toGraphItem(node: InventoryNode, digest: Digest): GraphItem {
  const { entityRef, links } = node;
  const graph: GraphNode = {
    entityRef,
    isFunction: node.node === 'function',
    declared: readDeclaredCriticality(node),
  };
  if (node.node !== 'asset') {
    return { graph, links, digest };
  }
  const { asset } = node;
  const lacks = missingFields(asset, { functions: [], hasLinks: false });
  const { providerRef } = asset;
  return { graph, links, digest, asset: { lacks, providerRef, source: asset } };
}

function readDeclaredCriticality(node: InventoryNode): Criticality | undefined {
  if (node.node === 'function') {
    return criticalityOfFunction(node.declared);
  }
  return node.node === 'asset'
    ? node.asset.declared.classification?.criticality
    : undefined;
}

/** Effective criticality of every node. */
export function criticalities(items: Iterable<GraphItem>) {
  const all = [...items];
  return effectiveCriticality(
    all.map(({ graph }) => graph),
    all.flatMap(({ links }) => links),
  );
}

/** The surroundings of each asset, one after the other. */
export function* computeSurroundings(
  items: ReadonlyMap<string, GraphItem>,
  effective: ReadonlyMap<string, EffectiveCriticality>,
  notListed: ReadonlyMap<string, readonly string[]>,
): Generator<AssetSurroundings> {
  const linked = new Set<string>();
  for (const { links } of items.values()) {
    links
      .filter(({ from, to }) => items.has(from) && items.has(to))
      .forEach(({ from, to }) => linked.add(from).add(to));
  }
  for (const [entityRef, { asset, digest }] of items) {
    if (!asset) {
      continue;
    }
    const criticality = effective.get(entityRef) ?? {
      because: [],
      functions: [],
    };
    const { functions } = criticality;
    const missing = asset.lacks.filter(
      field =>
        !(field === 'functions' && functions.length > 0) &&
        !(field === 'links' && linked.has(entityRef)),
    );
    const provider = items.get(asset.providerRef ?? '')?.digest ?? null;
    yield {
      entityRef,
      criticality,
      missing,
      record: recordDigest(asset.source, functions),
      input: computeDigest(
        canonicalJson([
          digest,
          provider,
          missing,
          listNotListed(asset.source, notListed) ?? null,
          JSON.parse(JSON.stringify(criticality)),
        ]),
      ),
    };
  }
}
