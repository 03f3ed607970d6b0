import { z } from 'zod';
import { Criticality } from '../asset/Criticality';
import { ControlStatus } from '../assessment/ControlStatus';
import { Severity } from '../control/Control';
import { Instant } from '../time/Instant';

/**
 * The type of documents about ICT assets and their findings in the search of Backstage.
 *
 * @public
 */
export const ASSET_DOCUMENTS = 'ict-asset';

/**
 * The type of documents about controls in the search of Backstage.
 *
 * @public
 */
export const CONTROL_DOCUMENTS = 'dora-control';

const Found = z.object({
  title: z.string(),
  text: z.string(),
  location: z.string(),
});

const Control = z.object({
  controlId: z.string(),
  code: z.string(),
  controlTitle: z.string(),
  /** The same in German. */
  controlTitleDe: z.string(),
});

/**
 * An ICT asset in the search: how critical it is, and the statuses of its controls when
 * it was indexed.
 *
 * @public
 */
export const AssetDocument = Found.extend({
  about: z.literal('asset'),
  entityRef: z.string(),
  criticality: Criticality.optional(),
  /** The worst status; absent until the asset was scored. */
  status: ControlStatus.optional(),
  /** Absent if the index has no compliance; then it has no status and criticality. */
  notSatisfied: z.number().int().nonnegative().optional(),
  notAssessed: z.number().int().nonnegative().optional(),
  indexedAt: Instant,
});

/** @public */
export type AssetDocument = z.output<typeof AssetDocument>;

/**
 * A control that an ICT asset did not satisfy when it was indexed.
 *
 * @public
 */
export const FindingDocument = Found.extend({
  about: z.literal('finding'),
  entityRef: z.string(),
  assetTitle: z.string(),
  criticality: Criticality.optional(),
  status: ControlStatus,
  ...Control.shape,
  indexedAt: Instant,
});

/** @public */
export type FindingDocument = z.output<typeof FindingDocument>;

/**
 * A control in the search, with the provisions that it cites.
 *
 * @public
 */
export const ControlDocument = Found.extend({
  about: z.literal('control'),
  ...Control.shape,
  objective: z.string(),
  objectiveDe: z.string(),
  /** `DORA Article 9(4)(e)`, joined by commas. */
  provisions: z.string(),
  severity: Severity,
});

/** @public */
export type ControlDocument = z.output<typeof ControlDocument>;

/**
 * The page about the five areas in the search. People find it by the number of the
 * article that the areas are named after elsewhere.
 *
 * @public
 */
export const LensDocument = Found.extend({
  about: z.literal('lens'),
  /** The title in German. */
  titleDe: z.string(),
  summary: z.string(),
  summaryDe: z.string(),
});

/** @public */
export type LensDocument = z.output<typeof LensDocument>;

/**
 * What this suite adds to the search of Backstage.
 *
 * @public
 */
export const ComplianceDocument = z.discriminatedUnion('about', [
  AssetDocument,
  FindingDocument,
  ControlDocument,
  LensDocument,
]);

/** @public */
export type ComplianceDocument = z.output<typeof ComplianceDocument>;
