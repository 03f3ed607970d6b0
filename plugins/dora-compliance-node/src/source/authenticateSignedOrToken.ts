import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  authenticateSigned,
  type SignedDeliveries,
} from './authenticateSigned';
import { authenticateToken } from './authenticateToken';
import type { Authentication, Delivery } from './EvidenceSource';
import type { SourceSecret } from './SourceSecret';

/**
 * Checks a delivery by its signature if it has one that can be checked, otherwise
 * by its token. A token never makes up for a wrong signature.
 *
 * @public
 */
export function authenticateSignedOrToken(
  delivery: Delivery,
  receivedAt: Instant,
  ways: {
    readonly signed: SignedDeliveries;
    readonly token: {
      readonly given: string | undefined;
      readonly secrets: readonly SourceSecret[];
    };
  },
): Authentication {
  const { signed, token } = ways;
  const canBeChecked =
    delivery.headers[signed.header] !== undefined && signed.secrets.length > 0;
  return canBeChecked || token.secrets.length === 0
    ? authenticateSigned(delivery, receivedAt, signed)
    : authenticateToken(token.given, token.secrets);
}
