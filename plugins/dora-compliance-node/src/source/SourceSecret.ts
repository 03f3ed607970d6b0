import type {
  DeliveryProof,
  Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Authentication } from './EvidenceSource';

/**
 * A secret that senders prove themselves with. If it is plain text, its
 * deliveries may be about anything.
 *
 * @public
 */
export type SourceSecret =
  | string
  | {
      readonly secret: string;
      /**
       * Patterns of what deliveries with this secret may be about: addresses
       * of repositories, projects, organizations and pipelines without their
       * scheme, and references of entities. A pattern covers all that lies
       * below it; `*` stands for anything but a slash, `**` for anything.
       * Everything where absent.
       */
      readonly scope?: readonly string[];
    };

/**
 * The text of a secret.
 *
 * @public
 */
export function secretIn(secret: SourceSecret): string {
  return typeof secret === 'string' ? secret : secret.secret;
}

/**
 * Accepts a delivery whose sender knows these secrets, for the scope of any of
 * them.
 *
 * @param matching - the secrets that proved the sender; at least one
 * @public
 */
export function acceptWith(
  matching: readonly SourceSecret[],
  {
    verification = 'authenticated',
    proof,
  }: { verification?: Verification; proof: DeliveryProof },
): Authentication {
  const scopes = matching.map(secret =>
    typeof secret === 'string' ? undefined : secret.scope,
  );
  const isBound = scopes.every(scope => scope !== undefined);
  return {
    outcome: 'accepted',
    verification,
    proof,
    ...(isBound && { scope: [...new Set(scopes.flat())].sort() }),
  };
}
