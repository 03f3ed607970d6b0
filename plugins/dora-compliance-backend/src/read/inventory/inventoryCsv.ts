import {
  ControlStatus,
  type IctAsset,
  type InventoryItemView,
  type InventoryScore,
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
    columns.status,
    ...ControlStatus.options.map(status => columns[status]),
    columns.coverage,
    columns.compliance,
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
    ...describeScore(item.score),
  ];
}

/** What a score is as cells. Cells of an asset without a score stay empty. */
function describeScore(score: InventoryScore | undefined): string[] {
  return [
    score?.worst ?? '',
    ...ControlStatus.options.map(status =>
      score ? String(score.statuses[status]) : '',
    ),
    toText(score?.coverage),
    toText(score?.compliance),
  ];
}

/** Enough digits to tell shares apart; a share that is not whole is never 1. */
function toText(share: number | undefined): string {
  return share === undefined ? '' : String(Math.floor(share * 10_000) / 10_000);
}
