import { Identity } from '../../evidence/Identity';
import { Confirmation } from './governance';
import { z } from 'zod';

/**
 * A second person confirmed or refused manual evidence. The backend refuses the person
 * who recorded it.
 *
 * @public
 */
export const EvidenceConfirmed = z.object({
  entityRef: z.string(),
  ...Confirmation.shape,
  confirmedBy: Identity,
});
