import type {
  AssetRecordView,
  InventoryItemView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

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
  const shown = hiderOf(readable);
  const { criticality, because, deploys, fields } = record;
  const functions = record.functions.map(shown);
  const isHidden = functions.some(({ entityRef }) => entityRef === '');
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
    functions,
    fields: fields.map(field =>
      field.field === 'functions' && isHidden
        ? { ...field, value: functions.map(({ title }) => title).join(', ') }
        : field,
    ),
    ...(deploys && { deploys: deploys.map(shown) }),
  };
}

/** The same for the functions of a line of the inventory. */
export function hideFunctions(
  item: InventoryItemView,
  readable: ReadonlySet<string>,
): InventoryItemView {
  return { ...item, functions: item.functions.map(hiderOf(readable)) };
}

function hiderOf(readable: ReadonlySet<string>) {
  return <T extends { entityRef: string; title: string; ownerRef?: string }>(
    item: T,
  ): T =>
    readable.has(item.entityRef)
      ? item
      : { ...item, ...HIDDEN, ownerRef: undefined };
}
