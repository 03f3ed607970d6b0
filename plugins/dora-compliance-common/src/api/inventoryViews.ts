import { z } from 'zod';
import { RecordField } from '../asset/AssetRecord';
import { Criticality } from '../asset/Criticality';
import { EffectiveCriticality } from '../asset/EffectiveCriticality';
import { IctAsset } from '../asset/IctAsset';
import { LinkRelation } from '../asset/inventoryNode';
import { Digest } from '../evidence/Digest';
import { Day } from '../time/Day';
import { Instant } from '../time/Instant';
import { ControlStatus } from '../assessment/ControlStatus';
import { requestText } from './RequestText';
import { Score } from './scorecardViews';

/**
 * An entity by reference and title.
 *
 * @public
 */
export const NamedRef = z.object({ entityRef: z.string(), title: z.string() });

/** @public */
export type NamedRef = z.output<typeof NamedRef>;

/**
 * When the record of an asset is to be reviewed.
 *
 * @public
 */
export const ReviewState = z.object({
  /** Last review, declared or recorded here. */
  lastReview: Day.optional(),
  /** A year after the last review, or on the last major change if later. */
  dueOn: Day.optional(),
  state: z.enum(['never', 'due', 'overdue']),
});

/** @public */
export type ReviewState = z.output<typeof ReviewState>;

/**
 * The controls of an asset by status, and the two numbers.
 *
 * @public
 */
export const InventoryScore = Score.extend({ worst: ControlStatus });

/** @public */
export type InventoryScore = z.output<typeof InventoryScore>;

/**
 * An asset as a line of the inventory.
 *
 * @public
 */
export const InventoryItemView = z.object({
  entityRef: z.string(),
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  type: z.string().optional(),
  lifecycle: z.string().optional(),
  owner: NamedRef.optional(),
  system: NamedRef.optional(),
  provider: NamedRef.optional(),
  functions: z.array(NamedRef),
  criticality: Criticality.optional(),
  declared: Criticality.optional(),
  declaredBelowComputed: z.boolean(),
  exposure: z.enum(['internet', 'indirect', 'none']).optional(),
  rto: z.string().optional(),
  rpo: z.string().optional(),
  missing: z.array(RecordField),
  problems: z.number().int().nonnegative(),
  review: ReviewState,
  outOfSupport: z.boolean(),
  /** Absent until the asset was scored. */
  score: InventoryScore.optional(),
  /** Controls that do not apply to the asset because of its type. */
  exemptFrom: z
    .array(z.object({ code: z.string(), title: z.string() }))
    .optional(),
  editUrl: z.string().optional(),
});

/** @public */
export type InventoryItemView = z.output<typeof InventoryItemView>;

/**
 * A page of the inventory. The number of assets on all pages is in
 * the summary: counting costs the more the more there are, a page does not.
 *
 * @public
 */
export const InventoryPage = z.object({
  items: z.array(InventoryItemView),
  nextCursor: z.string().optional(),
  previousCursor: z.string().optional(),
});

/** @public */
export type InventoryPage = z.output<typeof InventoryPage>;

const Facet = z.object({
  value: z.string(),
  title: z.string(),
  count: z.number().int().nonnegative(),
});

/**
 * How complete the records are that a filter finds, and what can be filtered
 * by, with the number of assets each value would find.
 *
 * @public
 */
export const InventorySummary = z.object({
  total: z.number().int().nonnegative(),
  /** Records with all nine fields. */
  complete: z.number().int().nonnegative(),
  fields: z.array(
    z.object({
      field: RecordField,
      title: z.string(),
      /** Point of RTS 2024/1774 Art 4(2)(b). */
      point: z.string(),
      complete: z.number().int().nonnegative(),
    }),
  ),
  facets: z.object({
    kind: z.array(Facet),
    type: z.array(Facet),
    owner: z.array(Facet),
    system: z.array(Facet),
    function: z.array(Facet),
    criticality: z.array(Facet),
    exposure: z.array(Facet),
    provider: z.array(Facet),
    review: z.array(Facet),
    finding: z.array(Facet),
    status: z.array(Facet),
  }),
});

/** @public */
export type InventorySummary = z.output<typeof InventorySummary>;

/**
 * The record of one asset: its nine fields, how critical it is and why, and
 * when it was reviewed.
 *
 * @public
 */
export const AssetRecordView = z.object({
  asset: IctAsset,
  /** Digest of the record as it reads now; a review confirms this one. */
  digest: Digest,
  fields: z.array(
    z.object({
      field: RecordField,
      title: z.string(),
      point: z.string(),
      /** The value in words; absent when it is missing. */
      value: z.string().optional(),
      /** Where a value is to be written. */
      edit: z.string(),
    }),
  ),
  criticality: EffectiveCriticality,
  /** The reason of the criticality with titles. */
  because: z.array(NamedRef.extend({ relation: LinkRelation.optional() })),
  functions: z.array(NamedRef),
  review: ReviewState,
  lastReviewedBy: z.string().optional(),
  /** Whether the caller may record a review. */
  mayReview: z.boolean(),
  /** What a pipeline can change, with the owners of it; else absent. */
  deploys: z
    .array(NamedRef.extend({ ownerRef: z.string().optional() }))
    .optional(),
});

/** @public */
export type AssetRecordView = z.output<typeof AssetRecordView>;

/**
 * What stands around an asset: all that leads to it from functions down, and
 * what it uses, pipelines included.
 *
 * @public
 */
export const AssetGraphView = z.object({
  nodes: z.array(
    NamedRef.extend({
      node: z.enum(['asset', 'function', 'provider', 'system', 'api']),
      type: z.string().optional(),
      criticality: Criticality.optional(),
    }),
  ),
  links: z.array(
    z.object({ from: z.string(), to: z.string(), relation: LinkRelation }),
  ),
  /** Whether there is more than is shown. */
  cut: z.boolean(),
});

/** @public */
export type AssetGraphView = z.output<typeof AssetGraphView>;

/**
 * A pipeline that ran but is in no inventory.
 *
 * @public
 */
export const UninventoriedPipelineView = z.object({
  urn: z.string(),
  name: z.string(),
  /** Web address of its repository. */
  repository: z.string(),
  sourceId: z.string(),
  firstSeen: Instant,
  lastSeen: Instant,
  /** Assets built from the repository. */
  assets: z.array(NamedRef),
});

/** @public */
export type UninventoriedPipelineView = z.output<
  typeof UninventoriedPipelineView
>;

/**
 * How the discovery of pipelines in one CI system goes.
 *
 * @public
 */
export const DiscoveryView = z.object({
  /** E.g. `github:github.com/bank`. */
  source: z.string(),
  state: z.enum(['complete', 'running', 'failed']),
  /** When all of it was last read. */
  lastComplete: Instant.optional(),
  /** Pipelines found when all of it was last read. */
  pipelines: z.number().int().nonnegative().optional(),
  /** Why it failed last, and what then holds. */
  failure: z.string().optional(),
  at: Instant,
});

/** @public */
export type DiscoveryView = z.output<typeof DiscoveryView>;

/**
 * How critical an asset is; absent when unclassified.
 *
 * @public
 */
export const CriticalityView = z.object({
  entityRef: z.string(),
  level: Criticality.optional(),
});

/** @public */
export type CriticalityView = z.output<typeof CriticalityView>;

/**
 * A review of an asset record.
 *
 * @public
 */
export const ReviewRequest = z.strictObject({
  /** The record that was reviewed; another one is refused. */
  digest: Digest,
  note: requestText(2000).optional(),
});

/** @public */
export type ReviewRequest = z.output<typeof ReviewRequest>;
