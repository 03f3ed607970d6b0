import {
  authenticateSigned,
  type EvidenceSource,
  normaliseJson,
  type OperationsScope,
  type SourceSecret,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { readEvent } from './readEvent';

/** How the source is set up. */
export type PagerdutyOptions = OperationsScope & {
  /** Any of these may sign a delivery; each subscription has its own. */
  readonly webhookSecrets: readonly SourceSecret[];
};

/** The incidents of PagerDuty as a source of evidence. */
export function createPagerdutyEvidenceSource(
  options: PagerdutyOptions,
): EvidenceSource {
  return {
    id: 'pagerduty',
    keepHeaders: [],
    authenticate: (delivery, receivedAt) =>
      authenticateSigned(delivery, receivedAt, {
        header: 'x-pagerduty-signature',
        prefix: 'v1=',
        secrets: options.webhookSecrets,
      }),
    // The body has the id of the event, and the signature covers nothing else.
    deliveryId: () => undefined,
    normalise: ({ body }) =>
      normaliseJson('pagerduty', body, payload => readEvent(payload, options)),
  };
}
