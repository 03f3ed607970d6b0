import type {
  InventoryNode,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** A node of the inventory, and its owner if it is an asset. */
export type InventoryItem = {
  node: InventoryNode;
  ownership?: Predicate<'ownership-observed'>;
};

/** Port. The source of assets, their owners and related nodes. */
export interface Inventory {
  /** All nodes, page by page; throws when a page can't be read. */
  pages(): AsyncIterable<InventoryItem[]>;

  /** The existing nodes of some references. */
  find(entityRefs: readonly string[]): Promise<InventoryItem[]>;
}
