import { useApi } from '@backstage/core-plugin-api';
import type {
  DocumentState,
  SourceView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  usePages,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useEffect, useRef } from 'react';

/**
 * The documents of a source in one state, page by page. They are reloaded
 * whenever the figures of the source are, so that both agree.
 */
export function useDocuments(source: SourceView, state: DocumentState) {
  const api = useApi(doraComplianceApiRef);
  const pages = usePages(`${source.id} ${state}`, cursor =>
    api.listDocuments({ sourceId: source.id, state, cursor }),
  );
  const { reload } = pages;
  const former = useRef(source);
  useEffect(() => {
    if (former.current !== source) {
      former.current = source;
      reload();
    }
  }, [source, reload]);
  return pages;
}
