import { z } from 'zod';
import { Control } from '../control/Control';
import { Provision, ProvisionRef } from '../control/Provision';
import { EvidenceOrigin } from './evidenceOrigins';

/**
 * A provision that a control cites, with the content of each single provision in
 * words of the index. Those that no index has are left out.
 *
 * @public
 */
export const CitedProvision = Provision.extend({
  texts: z.array(z.object({ ref: ProvisionRef, text: z.string() })),
});

/** @public */
export type CitedProvision = z.output<typeof CitedProvision>;

/**
 * A control of the catalog on its own, whatever assets there are.
 *
 * @public
 */
export const ControlDescription = z.object({
  control: Control,
  provisions: z.array(CitedProvision),
  /** The types of evidence that it reads, and which sources can give each. */
  reads: z.array(EvidenceOrigin),
});

/** @public */
export type ControlDescription = z.output<typeof ControlDescription>;
