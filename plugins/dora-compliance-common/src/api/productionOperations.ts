import { z } from 'zod';
import { Instant } from '../time/Instant';
import { AssetPath, assetPath } from './AssetPath';
import { operation } from './Operation';
import {
  ProductionChangeDetail,
  ProductionChangesView,
} from './productionViews';
import { requestText } from './RequestText';

/** Operations on what was deployed to production. */
export const productionOperations = {
  listProductionChanges: operation({
    method: 'GET',
    path: `${assetPath}/production-changes`,
    summary:
      'The last ten deployments of an asset to production, each with its chain from commit to deployment and what controls say about it',
    needs: 'asset',
    params: AssetPath,
    query: z.object({}),
    answer: ProductionChangesView,
  }),
  readProductionChange: operation({
    method: 'GET',
    path: `${assetPath}/production-change`,
    summary:
      'One deployment of an asset to production, with its chain from commit to deployment, what controls say about it, and what to do',
    needs: 'asset',
    params: AssetPath,
    query: z.object({
      /** As its source names it. */
      deployment: requestText(2000).min(1),
      environment: requestText(500).min(1),
      /** Distinguishes several of the same name; the latest by default. */
      at: Instant.optional(),
    }),
    answer: ProductionChangeDetail,
  }),
} as const;
