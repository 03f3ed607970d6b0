import { z } from 'zod';
import { schemaMessage } from '../rules/schemaMessage';

/**
 * A calendar day as `2026-03-31`, in no particular time zone. The year 0 is none:
 * PostgreSQL has no such year.
 *
 * @public
 */
export const Day = z.iso
  .date(schemaMessage('day', {}))
  .refine(day => day >= '0001', schemaMessage('day', {}));

/** @public */
export type Day = z.output<typeof Day>;
