import { useApi } from '@backstage/core-plugin-api';
import type { SourceView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';

/** A source of evidence, with its title if the reader may know it. */
export type EvidenceOrigin = Pick<SourceView, 'id' | 'title'>;

/**
 * All sources, or those that are known anyway: not everybody who may read an asset may
 * read the list of sources.
 */
export function useEvidenceOrigins(known: readonly string[]): EvidenceOrigin[] {
  const api = useApi(doraComplianceApiRef);
  const { value } = useLoaded('sources', () => api.listSources());
  const byId = new Map<string, EvidenceOrigin>(known.map(id => [id, { id }]));
  value?.items.forEach(source => byId.set(source.id, source));
  return [...byId.values()].sort((a, b) => a.id.localeCompare(b.id));
}
