import type {
  Day,
  EffectiveCriticality,
  IctAsset,
  InventoryItemView,
  NamedRef,
  RecordField,
  ReviewState,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CompiledControl } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import {
  isDeclaredBelowComputed,
  missingFields,
  findWorst,
  ControlStatus,
  type InventoryScore,
  RecordField as RecordFields,
  webLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { scoreTally } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import { tallyFromRow, type TallyRow } from '../../scores/tallyColumns';
import { exemptFrom } from './exemptFrom';

/** What a line of the inventory is made from. */
export type InventoryRow = {
  entity_ref: string;
  record: string;
  criticality: string | null;
  last_review: Day | null;
  reviewed_on: Day | null;
  review_due: Day | '';
  support_end: Day | null;
  /** -1 until the graph was computed. */
  missing_count: number;
} & TallyRow;

/** An asset as a line of the inventory. */
export function inventoryItem(
  row: InventoryRow,
  missing: readonly RecordField[],
  titles: ReadonlyMap<string, { title: string }>,
  { today, controls }: { today: Day; controls: readonly CompiledControl[] },
): InventoryItemView {
  const asset: IctAsset = JSON.parse(row.record);
  const criticality: EffectiveCriticality = row.criticality
    ? JSON.parse(row.criticality)
    : { because: [], functions: [] };
  const { declared, ownerRef, systemRef, providerRef } = asset;
  const named = (entityRef: string) => namedRef(entityRef, titles);
  const exempt = exemptFrom(asset, controls);
  return {
    entityRef: asset.entityRef,
    id: asset.id,
    kind: asset.kind,
    title: asset.title,
    ...(asset.type && { type: asset.type }),
    ...(asset.lifecycle && { lifecycle: asset.lifecycle }),
    ...(ownerRef && { owner: named(ownerRef) }),
    ...(systemRef && { system: named(systemRef) }),
    ...(providerRef && { provider: named(providerRef) }),
    functions: criticality.functions.map(named),
    ...(criticality.level && { criticality: criticality.level }),
    ...(criticality.declared && { declared: criticality.declared }),
    declaredBelowComputed: isDeclaredBelowComputed(criticality),
    ...(declared.exposure && { exposure: declared.exposure.level }),
    ...(declared.continuity && {
      rto: declared.continuity.rto,
      rpo: declared.continuity.rpo,
    }),
    missing:
      row.missing_count < 0
        ? missingFields(asset, { functions: [], hasLinks: false })
        : RecordFields.options.filter(field => missing.includes(field)),
    problems: asset.problems.length,
    review: reviewState(row, today),
    ...readScore(row),
    outOfSupport: row.support_end !== null && row.support_end < today,
    ...(exempt.length > 0 && { exemptFrom: exempt }),
    ...(webLink(asset.editUrl) && { editUrl: webLink(asset.editUrl) }),
  };
}

/** The score of an asset; none until it is counted, or if there are no controls. */
export function readScore(row: TallyRow): { score?: InventoryScore } {
  const score = scoreTally(tallyFromRow(row));
  const found = ControlStatus.options.filter(
    status => score.statuses[status] > 0,
  );
  return found.length > 0
    ? { score: { ...score, worst: findWorst(found) } }
    : {};
}

/** When a record is to be reviewed, as kept with its asset. */
export function reviewState(
  row: Pick<InventoryRow, 'last_review' | 'reviewed_on' | 'review_due'>,
  today: Day,
): ReviewState {
  const lastReview = [row.last_review, row.reviewed_on]
    .flatMap(day => day ?? [])
    .sort()
    .at(-1);
  if (!row.review_due) {
    return { ...(lastReview && { lastReview }), state: 'never' };
  }
  return {
    ...(lastReview && { lastReview }),
    dueOn: row.review_due,
    state: row.review_due < today ? 'overdue' : 'due',
  };
}

/** An entity by name; one the inventory does not know by its reference. */
export function namedRef(
  entityRef: string,
  titles: ReadonlyMap<string, { title: string }>,
): NamedRef {
  const title = titles.get(entityRef)?.title ?? entityRef.split('/').at(-1);
  return { entityRef, title: title || entityRef };
}
