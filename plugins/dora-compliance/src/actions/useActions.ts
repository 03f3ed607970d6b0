import { useApi } from '@backstage/core-plugin-api';
import type { ActionsView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  usePages,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useState } from 'react';
import type { ActionStatus } from './useActionsAddress';

/** What waits for the user, for a group, or for the owner of an asset, page by page. */
export function useActions(asked: {
  status?: ActionStatus | undefined;
  group?: string | undefined;
  asset?: string | undefined;
  limit?: number;
}) {
  const { status, group, asset, limit } = asked;
  const api = useApi(doraComplianceApiRef);
  const [view, setView] = useState<ActionsView>();
  const pages = usePages(JSON.stringify(asked), async cursor => {
    const page = await api.listActions({
      ...(status && { status }),
      ...(asset ? { assetRef: asset } : group && { group }),
      ...(limit && { limit }),
      ...(cursor && { cursor }),
    });
    setView(page);
    return page;
  });
  return { view, pages };
}
