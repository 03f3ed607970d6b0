import {
  canonicalJson,
  computeDigest,
  type IctAsset,
  type InventoryNode,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** The record of an asset, and its digest. */
export function rowFromAsset(asset: IctAsset) {
  return {
    entity_ref: asset.entityRef,
    record: JSON.stringify(asset),
    digest: computeDigest(canonicalJson(withoutUndefined(asset))),
  };
}

/**
 * Index rows have a size limit; the rest of a value does not affect the order.
 */
const LONGEST_KEY = 250;

/** What an asset is found by, as far as it depends only on its entity. */
export function indexRowFromAsset(asset: IctAsset) {
  const { declared, entityRef, id, title } = asset;
  const { regularEnd, extendedEnd, customEnd } = declared.support ?? {};
  const ends = [regularEnd, extendedEnd, customEnd].filter(Boolean).sort();
  return {
    entity_ref: entityRef,
    kind: asset.kind,
    type: asset.type?.toLowerCase() ?? '',
    title_key: title.toLowerCase().slice(0, LONGEST_KEY),
    search_text: [title, entityRef, id].join('\n').toLowerCase(),
    owner_ref: asset.ownerRef?.slice(0, LONGEST_KEY) ?? '',
    system_ref: asset.systemRef ?? '',
    provider_ref: asset.providerRef ?? '',
    exposure: declared.exposure?.level ?? 'unknown',
    problems: asset.problems.length,
    support_end: ends.at(-1) ?? null,
    last_review: declared.lastReview ?? null,
    last_major_change: declared.lastMajorChange ?? null,
    // Unknown until the graph was computed.
    missing_count: -1,
  };
}

/** The row of a node. */
export function rowFromNode(node: InventoryNode) {
  const { entityRef, title } = node;
  return {
    entity_ref: entityRef,
    node: node.node,
    title,
    type: (node.node === 'asset' && node.asset.type) || null,
    digest: digestOfNode(node),
    declared: JSON.stringify('declared' in node ? node.declared : {}),
  };
}

/** The digest by which changes of a node are detected. */
export function digestOfNode(node: InventoryNode) {
  return computeDigest(canonicalJson(withoutUndefined(node)));
}

/** JSON has no undefined: absent and undefined fields are the same. */
function withoutUndefined<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
