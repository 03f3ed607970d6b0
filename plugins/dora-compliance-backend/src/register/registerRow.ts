import {
  Criticality,
  type Day,
  type Digest,
  type EffectiveCriticality,
  type IctAsset,
  isDeclaredBelowComputed,
  missingFields,
  type RecordField,
  reviewDueOn,
  webLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { RegisteredAsset } from './RegisterStore';
import type { AssetSurroundings } from './Surroundings';

export type AssetRow = {
  entity_ref: string;
  record: string;
  criticality: string | null;
  record_digest: Digest | null;
  input_digest: Digest | null;
  reviewed_on: Day | null;
  reviewed_by: string | null;
  missing_count: number;
};

export type ReviewRow = {
  entity_ref: string;
  last_review: Day | null;
  last_major_change: Day | null;
  reviewed_on: Day | null;
};

/** Everything the register knows about an asset, from its rows. */
export function registeredFromRow(
  row: AssetRow,
  missing: RecordField[] = [],
): RegisteredAsset {
  const kept: IctAsset = JSON.parse(row.record);
  // Stored before addresses with other schemes were rejected.
  const asset = { ...kept, editUrl: webLink(kept.editUrl) };
  const criticality: EffectiveCriticality = row.criticality
    ? JSON.parse(row.criticality)
    : { because: [], functions: [] };
  return {
    asset,
    criticality,
    missing:
      row.missing_count < 0
        ? missingFields(asset, { functions: [], hasLinks: false })
        : missing.sort(),
    record: row.record_digest ?? ('' as Digest),
    input: row.input_digest ?? ('' as Digest),
    review: {
      ...(row.reviewed_on && { on: row.reviewed_on }),
      ...(row.reviewed_by && { by: row.reviewed_by }),
    },
  };
}

/** What the graph says about an asset, besides its record. */
export function rowFromSurroundings(item: AssetSurroundings) {
  return {
    entity_ref: item.entityRef,
    criticality: JSON.stringify(item.criticality),
    record_digest: item.record,
    input_digest: item.input,
  };
}

/** What the graph says about an asset, to find it by. */
export function indexRowFromSurroundings({
  entityRef,
  criticality,
  missing,
}: AssetSurroundings) {
  return {
    entity_ref: entityRef,
    criticality_rank: criticality.level
      ? Criticality.options.indexOf(criticality.level)
      : Criticality.options.length,
    below_computed: isDeclaredBelowComputed(criticality),
    missing_count: missing.length,
  };
}

/**
 * When a record is due for review; undefined if it was never reviewed. That its
 * classification was lowered asks for a review as a major change does.
 */
export function computeDue(
  row: ReviewRow,
  asOf: Day,
  loweredOn: Day = '',
): Day | undefined {
  const lastMajorChange = [row.last_major_change ?? '', loweredOn]
    .filter(day => day && day <= asOf)
    .sort()
    .at(-1);
  return reviewDueOn({
    asOf,
    reviews: [row.last_review ?? undefined, row.reviewed_on ?? undefined],
    lastMajorChange,
  });
}
