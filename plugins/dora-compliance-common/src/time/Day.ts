import { z } from 'zod';
import { schemaMessage } from '../rules/schemaMessage';

/**
 * A calendar day as `2026-03-31`, in no particular time zone.
 *
 * @public
 */
export const Day = z.iso.date(schemaMessage('day', {}));

/** @public */
export type Day = z.output<typeof Day>;
