import { z } from 'zod';
import { expandProvisionRef } from './expandProvisionRef';
import { Act, ProvisionRef } from './Provision';

/**
 * The provisions that controls may cite, by act and reference, each with its
 * content in our own words. A reference names a single provision.
 *
 * @public
 */
export const ProvisionIndex = z.partialRecord(
  Act,
  z.record(
    ProvisionRef.refine(
      ref => expandProvisionRef(ref).join() === ref && !/[,-]/.test(ref),
      'must be a single provision, not a range or a list',
    ),
    z.string().min(1),
  ),
);

/** @public */
export type ProvisionIndex = z.output<typeof ProvisionIndex>;
