import { z } from 'zod';

/**
 * What the description of a change says, by its headings: why it is made, what can go
 * wrong, how to go back, and the ticket that it belongs to.
 *
 * @public
 */
export const ChangeHeading = z.enum(['purpose', 'risk', 'rollback', 'ticket']);

/** @public */
export type ChangeHeading = z.output<typeof ChangeHeading>;
