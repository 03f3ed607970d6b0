import { useApi } from '@backstage/core-plugin-api';
import type { UninventoriedPipelineView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { doraComplianceApiRef } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useCallback, useEffect, useState } from 'react';

type Pipelines = {
  items?: UninventoriedPipelineView[];
  nextCursor?: string;
  error?: Error;
};

/** Pipelines that are in no inventory, page by page, as far as asked for. */
export function usePipelines() {
  const api = useApi(doraComplianceApiRef);
  const [{ items, nextCursor, error }, setState] = useState<Pipelines>({});
  const [isPending, setPending] = useState(false);

  const loadMore = useCallback(async () => {
    setPending(true);
    try {
      const page = await api.listUninventoriedPipelines({ cursor: nextCursor });
      setState(former => ({
        items: [...(former.items ?? []), ...page.items],
        nextCursor: page.nextCursor,
      }));
    } catch (caught) {
      setState(former => ({ ...former, error: caught as Error }));
    } finally {
      setPending(false);
    }
  }, [api, nextCursor]);

  useEffect(() => {
    loadMore();
    // The first page only; more of them on demand.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [api]);

  const hasMore = nextCursor !== undefined;
  return { items, error, hasMore, isPending, loadMore };
}
