import {
  authenticateSigned,
  type EvidenceSource,
  normaliseJson,
  type SourceSecret,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { JiraScope } from './JiraScope';
import { readWebhook } from './readWebhook';

/** How the source is set up. */
export type JiraServiceManagementOptions = JiraScope & {
  /** Any of these may sign a delivery, so that they can be rotated. */
  readonly webhookSecrets: readonly SourceSecret[];
};

/** The incidents of Jira Service Management as a source of evidence. */
export function createJiraServiceManagementEvidenceSource(
  options: JiraServiceManagementOptions,
): EvidenceSource {
  return {
    id: 'jira-service-management',
    keepHeaders: [],
    authenticate: (delivery, receivedAt) =>
      authenticateSigned(delivery, receivedAt, {
        header: 'x-hub-signature',
        prefix: 'sha256=',
        secrets: options.webhookSecrets,
      }),
    // The signature does not cover the header with the id of the delivery.
    deliveryId: () => undefined,
    normalise: ({ body }) =>
      normaliseJson('jira-service-management', body, payload =>
        readWebhook(payload, options),
      ),
  };
}
