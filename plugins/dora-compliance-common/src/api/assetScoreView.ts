import { z } from 'zod';
import { InventoryScore } from './inventoryViews';

/**
 * The score of an asset.
 *
 * @public
 */
export const AssetScoreView = z.object({
  entityRef: z.string(),
  /** Absent until the asset was scored. */
  score: InventoryScore.optional(),
});

/** @public */
export type AssetScoreView = z.output<typeof AssetScoreView>;
