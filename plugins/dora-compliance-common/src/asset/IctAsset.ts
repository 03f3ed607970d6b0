import { z } from 'zod';
import { AssetDeclaration } from './AssetDeclaration';
import { ProviderFact } from './ProviderFact';
import { DeclarationProblem } from './readDeclaration';

/**
 * A software or hardware asset in the network and information systems of the
 * financial entity (DORA 3(7)); here an entity of the Backstage catalog.
 *
 * @public
 */
export const IctAsset = z.object({
  /** Entity reference in lower case, e.g. `component:default/ledger`. */
  entityRef: z.string().min(1),
  /** Unique identifier as declared, or a URN of the entity reference. */
  id: z.string().min(1),
  /** Entity kind in lower case. */
  kind: z.string(),
  title: z.string(),
  /** `spec.type`, e.g. service, library, database, ci-pipeline. */
  type: z.string().optional(),
  lifecycle: z.string().optional(),
  /** Owner as declared, as a full entity reference. */
  ownerRef: z.string().optional(),
  systemRef: z.string().optional(),
  /** Web addresses of the repositories it is built from. */
  repositories: z.array(z.string()),
  /** Whether at least one repository is known. */
  linked: z.boolean(),
  /** Reference of the ICT third-party provider it comes from. */
  providerRef: z.string().optional(),
  /** What suggests a provider. Absent if nothing does. */
  providerFacts: z.array(ProviderFact).min(1).optional(),
  /** `spec.dora` as far as it could be read. */
  declared: AssetDeclaration.partial(),
  /** What of `spec.dora` could not be read. */
  problems: z.array(DeclarationProblem),
  /** Where its entity is edited. */
  editUrl: z.string().optional(),
});

/** @public */
export type IctAsset = z.output<typeof IctAsset>;
