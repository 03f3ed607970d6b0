import { z } from 'zod';
import { ParameterOverride } from '../control/Parameter';
import { ControlStatus } from '../assessment/ControlStatus';
import { Instant } from '../time/Instant';
import { pageShape } from './Page';
import { Explained } from './views';

/**
 * A control to try, as the YAML text of its file; or an installed control, by its id,
 * with other values of its parameters, as the configuration sets them. A trial comes
 * before the decision: it needs no reason and no approval.
 *
 * @public
 */
export const TrialRequest = z
  .strictObject({
    control: z.string().min(1).max(60_000).optional(),
    controlId: z.string().min(1).max(200).optional(),
    parameters: z
      .record(z.string(), ParameterOverride.partial({ rationale: true }))
      .optional(),
  })
  .refine(
    ({ control, controlId, parameters }) =>
      control === undefined
        ? controlId !== undefined && parameters !== undefined
        : controlId === undefined && parameters === undefined,
    {
      message: 'give either control, or controlId and parameters',
      path: ['control'],
    },
  );

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
  /**
   * Whether the configuration takes these values of parameters only with an approval,
   * as some are not stricter; absent if it does not.
   */
  needsApproval: z.literal(true).optional(),
});

/** @public */
export type ControlTrialView = z.output<typeof ControlTrialView>;
