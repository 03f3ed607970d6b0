import { useApi } from '@backstage/core-plugin-api';
import {
  doraComplianceApiRef,
  type LoadState,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { MOST, type Part } from './findPart';

/**
 * Of a group: the part with all assets that it and the groups below it own, as its
 * scorecard counts them. Other parts, and groups with too many groups below, stay as
 * they are.
 */
export function useGroupsBelow(part: Part): LoadState<Part> {
  const api = useApi(doraComplianceApiRef);
  const { kind, scope } = part;
  return useLoaded(`${kind} ${JSON.stringify(part.filter)}`, async () => {
    if (kind !== 'group' || !scope) {
      return part;
    }
    const { owners } = await api.listActions({ group: scope.ref, limit: 1 });
    return owners.length > MOST
      ? { ...part, isAlone: true }
      : { ...part, filter: { owner: owners.join(',') } };
  });
}
