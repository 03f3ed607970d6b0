import { z } from 'zod';
import { inventoryReadPermission } from '../permissions/permissions';
import { AssetScoreView } from './assetScoreView';
import { operation } from './Operation';
import { severalTexts } from './severalTexts';

/** Operations on the scores of named assets. */
export const scoreOperations = {
  listScores: operation({
    method: 'GET',
    path: '/scores',
    summary:
      'The scores of some assets, for lists of entities; assets that are unknown or may not be read are left out',
    needs: inventoryReadPermission.name,
    params: z.object({}),
    query: z.object({
      /** Entity references, at most 100. */
      ref: severalTexts,
    }),
    answer: z.object({ items: z.array(AssetScoreView) }),
  }),
} as const;
