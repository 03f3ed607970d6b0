import { useApi } from '@backstage/core-plugin-api';
import {
  type InventoryItemView,
  PIPELINE_TYPE,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  type LoadedPages,
  usePages,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { NONE, type ScorecardScope } from './ScorecardScope';

/** The pipelines of the inventory that a business function depends on. */
export function useFunctionPipelines(
  scope: ScorecardScope,
): LoadedPages<InventoryItemView> | undefined {
  const api = useApi(doraComplianceApiRef);
  const isFunction = scope.of === 'function' && scope.ref !== NONE;
  const pipelines = usePages(`pipelines-${scope.of}-${scope.ref}`, cursor =>
    isFunction
      ? api.listInventory({
          function: scope.ref,
          type: PIPELINE_TYPE,
          limit: 100,
          cursor,
        })
      : Promise.resolve({ items: [] }),
  );
  return isFunction ? pipelines : undefined;
}
