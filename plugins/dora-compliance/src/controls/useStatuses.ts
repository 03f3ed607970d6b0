import { useApi } from '@backstage/core-plugin-api';
import {
  doraComplianceApiRef,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';

/**
 * How many assets that the reader may read have which status, by control; nothing if
 * that may not be read.
 */
export function useStatuses() {
  const api = useApi(doraComplianceApiRef);
  const { value, error } = useLoaded('controls.statuses', () =>
    api.readScorecard({ limit: 1 }),
  );
  return {
    isPending: !value && !error,
    isPartial: value?.isPartial ?? false,
    byControl:
      value &&
      new Map(value.controls.map(({ id, score }) => [id, score.statuses])),
  };
}
