import {
  type IctAsset,
  type InventoryItemView,
  RecordField,
  recordFields,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { inEnglish } from '../inEnglish';
import { recordValue } from './recordValue';

/** The columns of an export: what it is, the nine fields, and what is wrong. */
export function csvColumns({ language } = inEnglish): string[] {
  const { column, columns, fields } = language.record;
  return [
    columns.entity,
    columns.title,
    columns.kind,
    columns.type,
    columns.system,
    columns.provider,
    columns.criticality,
    ...RecordField.options.map(field =>
      column({
        title: fields[field].title,
        point: recordFields[field].point,
      }),
    ),
    columns.missing,
    columns.problems,
    columns.lastReview,
    columns.reviewDue,
  ];
}

/** An asset as a line of an export. */
export function csvLine(
  item: InventoryItemView,
  asset: IctAsset,
  links: readonly string[],
  { language } = inEnglish,
): string[] {
  const { record } = language;
  const functions = item.functions.map(({ title }) => title);
  const described = { asset, functions, links: links.length };
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
        : recordValue(field, described, record) ?? '',
    ),
    record.missing(item.missing.map(field => record.fields[field].title)),
    String(item.problems),
    item.review.lastReview ?? '',
    item.review.dueOn ?? '',
  ];
}
