import {
  authenticateToken,
  bearerToken,
  type EvidenceSource,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { wrapReading } from './envelope';
import { normaliseRuntime } from './normaliseRuntime';
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
    // They are put into the body.
    keepHeaders: [],
    authenticate: ({ headers }) =>
      authenticateToken(
        bearerToken(headers.authorization),
        options.webhookTokens,
      ),
    prepare: wrapReading,
    // The bytes identify it: they have its time.
    deliveryId: () => undefined,
    normalise: document => normaliseRuntime(document, options),
  };
}
