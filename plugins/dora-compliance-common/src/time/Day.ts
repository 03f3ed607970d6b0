import { z } from 'zod';

/**
 * A calendar day as `2026-03-31`, in no particular time zone.
 *
 * @public
 */
export const Day = z.iso.date('must be a day such as 2026-03-31');

/** @public */
export type Day = z.output<typeof Day>;
