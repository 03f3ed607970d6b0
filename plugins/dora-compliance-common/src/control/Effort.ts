import { z } from 'zod';

/**
 * About how long it takes to satisfy a control that is not satisfied, without waiting
 * for others. An estimate of the organization, shown as one.
 *
 * @public
 */
export const Effort = z.enum(['minutes', 'hours', 'days', 'weeks']);

/** @public */
export type Effort = z.output<typeof Effort>;
