import {
  type IctAsset,
  type InventoryItemView,
  RecordField,
  recordFields,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { recordValue } from './recordValue';

/** The columns of an export: what it is, the nine fields, and what is wrong. */
export const csvColumns: readonly string[] = [
  'Entity',
  'Title',
  'Kind',
  'Type',
  'System',
  'Provider',
  'Effective criticality',
  ...RecordField.options.map(
    field => `${recordFields[field].title} ${recordFields[field].point}`,
  ),
  'Missing',
  'Wrong values',
  'Last review',
  'Review due',
];

/** An asset as a line of an export. */
export function csvLine(
  item: InventoryItemView,
  asset: IctAsset,
  links: readonly string[],
): string[] {
  const functions = item.functions.map(({ title }) => title);
  return [
    item.entityRef,
    item.title,
    item.kind,
    item.type ?? '',
    item.system?.entityRef ?? '',
    item.provider?.entityRef ?? '',
    item.criticality ?? '',
    ...RecordField.options.map(field =>
      field === 'links' && links.length > 0
        ? links.join(', ')
        : recordValue(field, { asset, functions, links: links.length }) ?? '',
    ),
    item.missing.map(field => recordFields[field].title).join(', '),
    String(item.problems),
    item.review.lastReview ?? '',
    item.review.dueOn ?? '',
  ];
}
