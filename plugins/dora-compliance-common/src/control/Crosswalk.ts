import { z } from 'zod';

/**
 * A requirement of another framework that is about the same as a control. It
 * informs and is never the legal basis of the control.
 *
 * @public
 */
export const Crosswalk = z.strictObject({
  /** E.g. `NIS2`, `ISO/IEC 27001:2022`. */
  framework: z.string().min(1),
  /** E.g. `21(2)(i)`, `A.8.9`. */
  ref: z.string().min(1),
});

/** @public */
export type Crosswalk = z.output<typeof Crosswalk>;
