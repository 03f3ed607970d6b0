import type { Duration } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type AlertLabels,
  authenticateSignedOrToken,
  basicPassword,
  bearerToken,
  type EvidenceSource,
  normaliseJson,
  type OperationsScope,
  readAlertGroup,
  type SourceSecret,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';

/** How the source is set up. */
export type GrafanaOptions = OperationsScope &
  AlertLabels & {
    /** Secrets of signatures; any of them may sign a delivery. */
    readonly webhookSecrets: readonly SourceSecret[];
    /** Tokens or passwords, for versions of Grafana that do not sign. */
    readonly webhookTokens: readonly SourceSecret[];
    /** How far a signed time may be from our clock. */
    readonly signatureTolerance: Duration;
  };

/** The alerts of Grafana as a source of evidence. */
export function createGrafanaEvidenceSource(
  options: GrafanaOptions,
): EvidenceSource {
  return {
    id: 'grafana',
    keepHeaders: [],
    authenticate: (delivery, receivedAt) =>
      authenticateSignedOrToken(delivery, receivedAt, {
        signed: {
          header: 'x-grafana-alerting-signature',
          timestamp: {
            // The name that the README tells to configure; Grafana has no default.
            header: 'x-grafana-alerting-timestamp',
            tolerance: options.signatureTolerance,
          },
          secrets: options.webhookSecrets,
        },
        token: {
          given:
            bearerToken(delivery.headers.authorization) ??
            basicPassword(delivery.headers.authorization),
          secrets: options.webhookTokens,
        },
      }),
    // Grafana gives its deliveries no id.
    deliveryId: () => undefined,
    normalise: ({ body }) =>
      normaliseJson('grafana', body, payload =>
        readAlertGroup(payload, {
          ...options,
          sourceId: 'grafana',
          version: '1',
          limit: 'set Max Alerts of the contact point to 0',
        }),
      ),
  };
}
