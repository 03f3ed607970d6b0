import { hash } from 'node:crypto';
import {
  authenticateToken,
  bearerToken,
  type Delivery,
  type EvidenceSource,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { normaliseRuntime } from './normaliseRuntime';
import { headers as names } from './runtimeDefaults';
import type { RuntimeOptions } from './RuntimeOptions';

/**
 * What Kubernetes and Argo CD report to run, as a source of evidence.
 *
 * @public
 */
export function createRuntimeEvidenceSource(
  options: RuntimeOptions,
): EvidenceSource {
  return {
    id: 'runtime',
    keepHeaders: Object.values(names),
    authenticate: ({ headers }) =>
      authenticateToken(
        bearerToken(headers.authorization),
        options.webhookTokens,
      ),
    deliveryId: readDeliveryId,
    normalise: document => normaliseRuntime(document, options),
  };
}

/**
 * A cluster in which nothing changed prints the same bytes again. It is a new
 * reading if the sender says when it was made.
 */
function readDeliveryId({ headers, body }: Delivery): string | undefined {
  const observedAt = headers[names.observedAt];
  return observedAt
    ? JSON.stringify([
        observedAt,
        headers[names.cluster] ?? '',
        hash('sha256', body, 'hex'),
      ])
    : undefined;
}
