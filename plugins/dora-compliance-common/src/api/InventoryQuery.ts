import { z } from 'zod';
import { PageQuery } from './Page';
import { severalTexts } from './severalTexts';

const several = severalTexts.optional();

/**
 * What assets can be filtered by as to their controls. An asset has every value that
 * fits: findings (`not-satisfied`), controls that are `not-assessed`, accepted risks
 * (`risk-accepted`); or nothing but satisfied controls (`satisfied`), only controls that
 * do not apply (`not-applicable`), or no score yet (`not-scored`).
 *
 * @public
 */
export const InventoryStatus = z.enum([
  'not-satisfied',
  'not-assessed',
  'risk-accepted',
  'satisfied',
  'not-applicable',
  'not-scored',
]);

/** @public */
export type InventoryStatus = z.output<typeof InventoryStatus>;

/**
 * Which assets of the inventory are asked for. Values of one filter are
 * alternatives; all filters must hold.
 *
 * @public
 */
export const InventoryFilter = z.object({
  /** Entity kinds in lower case. */
  kind: several,
  type: several,
  /** Full entity references. */
  owner: several,
  system: several,
  /** Business functions supported, directly or not. */
  function: several,
  /** Effective criticality, or `unclassified`. */
  criticality: several,
  /** `internet`, `indirect`, `none`, or `unknown`. */
  exposure: several,
  provider: several,
  /** Record fields that are missing, or `none` for complete records. */
  missing: several,
  /** `overdue`, `due` or `never`. */
  review: several,
  /** `declared-below-computed`, `wrong-value`, `out-of-support`. */
  finding: several,
  /** Values of `InventoryStatus`. */
  status: several,
  /** Part of title, reference or id, in any case. */
  search: z
    .string()
    .max(200, 'must have at most 200 characters')
    .transform(text => text.replaceAll('\0', ''))
    .pipe(z.string())
    .optional(),
});

/** @public */
export type InventoryFilter = z.output<typeof InventoryFilter>;

/**
 * What the inventory is sorted by; a minus in front turns it round. `risk` begins with
 * the greatest risk, `criticality` with the most critical assets.
 *
 * @public
 */
export const InventorySort = z.enum([
  'title',
  '-title',
  'criticality',
  '-criticality',
  'owner',
  '-owner',
  'missing',
  '-missing',
  'review',
  '-review',
  'risk',
  '-risk',
]);

/** @public */
export type InventorySort = z.output<typeof InventorySort>;

/** @public */
export const InventoryQuery = PageQuery.extend({
  ...InventoryFilter.shape,
  sort: InventorySort.default('criticality'),
});

/** @public */
export type InventoryQuery = z.output<typeof InventoryQuery>;
