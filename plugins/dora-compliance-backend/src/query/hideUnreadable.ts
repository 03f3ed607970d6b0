import type { AssetRecordView } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** How an entity is called that the caller may not read. */
const HIDDEN = { entityRef: '', title: 'something you may not see' };

/**
 * Leaves out of a record what the caller may not read in the catalog, and
 * says that there is something.
 */
export function hideUnreadable(
  record: AssetRecordView,
  readable: ReadonlySet<string>,
): AssetRecordView {
  const shown = <T extends { entityRef: string; title: string }>(item: T): T =>
    readable.has(item.entityRef) ? item : { ...item, ...HIDDEN };
  const { criticality, because, functions, deploys } = record;
  return {
    ...record,
    criticality: {
      ...criticality,
      because: criticality.because.map(step =>
        readable.has(step.entityRef) ? step : { ...step, entityRef: '' },
      ),
      functions: criticality.functions.filter(ref => readable.has(ref)),
    },
    because: because.map(shown),
    functions: functions.map(shown),
    ...(deploys && { deploys: deploys.map(shown) }),
  };
}
