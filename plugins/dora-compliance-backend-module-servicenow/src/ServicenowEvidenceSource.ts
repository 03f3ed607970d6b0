import type { Duration } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  authenticateSignedOrToken,
  bearerToken,
  type EvidenceSource,
  normaliseJson,
  type OperationsScope,
  type SourceSecret,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { readMessage } from './readMessage';

/** How the source is set up. */
export type ServicenowOptions = OperationsScope & {
  /** Secrets of signatures; any of them may sign a delivery. */
  readonly webhookSecrets: readonly SourceSecret[];
  /** Tokens, for business rules that do not sign. */
  readonly webhookTokens: readonly SourceSecret[];
  /** How far a signed time may be from our clock. */
  readonly signatureTolerance: Duration;
};

/** The headers that the business rule of the README sets. */
const SIGNATURE = 'x-servicenow-signature';
const TIMESTAMP = 'x-servicenow-timestamp';

/** The incidents of ServiceNow as a source of evidence. */
export function createServicenowEvidenceSource(
  options: ServicenowOptions,
): EvidenceSource {
  return {
    id: 'servicenow',
    keepHeaders: [],
    authenticate: (delivery, receivedAt) =>
      authenticateSignedOrToken(delivery, receivedAt, {
        signed: {
          header: SIGNATURE,
          encoding: 'base64',
          timestamp: {
            header: TIMESTAMP,
            tolerance: options.signatureTolerance,
          },
          secrets: options.webhookSecrets,
        },
        token: {
          given: bearerToken(delivery.headers.authorization),
          secrets: options.webhookTokens,
        },
      }),
    // The bytes identify it: they have its time.
    deliveryId: () => undefined,
    normalise: ({ body }) =>
      normaliseJson('servicenow', body, payload =>
        readMessage(payload, options),
      ),
  };
}
