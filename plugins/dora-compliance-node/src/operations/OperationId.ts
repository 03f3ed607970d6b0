import { z } from 'zod';

/**
 * The id of an alert or an incident in its tool. It becomes a part of an address.
 *
 * @public
 */
export const OperationId = z
  .string()
  .regex(
    /^[\x21-\x7e]{1,200}$/,
    'must be 1 to 200 ASCII characters without spaces',
  );
