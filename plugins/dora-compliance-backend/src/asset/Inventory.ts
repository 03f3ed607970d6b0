import type {
  IctAsset,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** An asset and who the inventory names as its owner. */
export type InventoryItem = {
  asset: IctAsset;
  ownership: Predicate<'ownership-observed'>;
};

/** Port. Where assets and their owners come from. */
export interface Inventory {
  /** Every asset there is, page by page; throws when a page can't be read. */
  pages(): AsyncIterable<InventoryItem[]>;
}
