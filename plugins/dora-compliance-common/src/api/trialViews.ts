import { z } from 'zod';
import { ControlStatus } from '../assessment/ControlStatus';
import { Instant } from '../time/Instant';
import { pageShape } from './Page';
import { Explained } from './views';

/**
 * A control to try, as the YAML text of its file.
 *
 * @public
 */
export const TrialRequest = z.strictObject({
  control: z.string().min(1).max(60_000),
});

/** @public */
export type TrialRequest = z.input<typeof TrialRequest>;

const TriedResult = z.object({ status: ControlStatus, reason: Explained });

/**
 * What a control would say about one asset.
 *
 * @public
 */
export const TriedAsset = z.object({
  entityRef: z.string(),
  title: z.string(),
  /** What the installed control of the same id says; absent if there is none. */
  before: TriedResult.optional(),
  after: TriedResult,
});

/** @public */
export type TriedAsset = z.output<typeof TriedAsset>;

/**
 * What would change if a control were installed, for a page of assets. Nothing is
 * recorded.
 *
 * @public
 */
export const ControlTrialView = pageShape(TriedAsset).extend({
  controlId: z.string(),
  /** The instant that the answers are for. */
  asOf: Instant,
});

/** @public */
export type ControlTrialView = z.output<typeof ControlTrialView>;
