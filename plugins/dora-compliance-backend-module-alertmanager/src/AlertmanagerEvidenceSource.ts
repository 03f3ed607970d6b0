import {
  type AlertLabels,
  authenticateToken,
  basicPassword,
  bearerToken,
  type EvidenceSource,
  normaliseJson,
  type OperationsScope,
  readAlertGroup,
  type SourceSecret,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';

/** How the source is set up. */
export type AlertmanagerOptions = OperationsScope &
  AlertLabels & {
    /** Any of these may come with a delivery, so that they can be rotated. */
    readonly webhookTokens: readonly SourceSecret[];
  };

/** The alerts of Prometheus Alertmanager as a source of evidence. */
export function createAlertmanagerEvidenceSource(
  options: AlertmanagerOptions,
): EvidenceSource {
  return {
    id: 'alertmanager',
    keepHeaders: [],
    authenticate: ({ headers: { authorization } }) =>
      authenticateToken(
        bearerToken(authorization) ?? basicPassword(authorization),
        options.webhookTokens,
      ),
    // Alertmanager gives its deliveries no id.
    deliveryId: () => undefined,
    normalise: ({ body }) =>
      normaliseJson('alertmanager', body, payload =>
        readAlertGroup(payload, {
          ...options,
          sourceId: 'alertmanager',
          version: '4',
          limit: 'set max_alerts of the webhook to 0',
        }),
      ),
  };
}
