import type {
  InventoryNode,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** A node of the inventory, and who it names as owner if it is an asset. */
export type InventoryItem = {
  node: InventoryNode;
  ownership?: Predicate<'ownership-observed'>;
};

/** Port. Where assets, their owners and all around them come from. */
export interface Inventory {
  /** Everything there is, page by page; throws when a page can't be read. */
  pages(): AsyncIterable<InventoryItem[]>;

  /** Those of some references that there are. */
  find(entityRefs: readonly string[]): Promise<InventoryItem[]>;
}
