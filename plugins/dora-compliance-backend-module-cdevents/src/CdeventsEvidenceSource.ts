import {
  authenticateToken,
  bearerToken,
  type Delivery,
  eventsFrom,
  type EvidenceSource,
  type SourceSecret,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { CdeventsScope } from './cdevents/CdeventsScope';
import { BATCH_TYPE, STRUCTURED_TYPE } from './cloudevents/contentMode';
import { readDeliveryId } from './readDeliveryId';
import { normaliseCdevents } from './normaliseCdevents';
import { toStructured } from './cloudevents/toStructured';

/**
 * How a CDEvents source is set up.
 *
 * @public
 */
export type CdeventsOptions = CdeventsScope & {
  /** Any of these may come with a delivery, so that they can be rotated. */
  webhookTokens: readonly SourceSecret[];
  /** Whether to listen to the topic `cdevents` of the events service. */
  events: boolean;
};

/**
 * CDEvents over CloudEvents as a source of evidence.
 *
 * @public
 */
export function createCdeventsEvidenceSource(
  options: CdeventsOptions,
): EvidenceSource {
  return {
    id: 'cdevents',
    keepHeaders: ['content-type', 'ce-*'],
    mediaTypes: [
      'application/json',
      'application/cdevents+json',
      STRUCTURED_TYPE,
      BATCH_TYPE,
    ],
    authenticate: ({ headers }) =>
      authenticateToken(
        bearerToken(headers.authorization),
        options.webhookTokens,
      ),
    prepare: inStructuredMode,
    deliveryId: readDeliveryId,
    normalise: document => normaliseCdevents(document, options),
    ...(options.events && {
      events: eventsFrom('cdevents', (delivery, payload) =>
        inStructuredMode(withContentType(delivery, payload)),
      ),
    }),
  };
}

/**
 * Headers of an event in binary mode are part of it, so it is kept in
 * structured mode. What can't be converted is kept as it came, for `normalise`
 * to say why.
 */
function inStructuredMode(delivery: Delivery): Delivery {
  try {
    return toStructured(delivery);
  } catch {
    return delivery;
  }
}

/** The events service seldom reports the content type; the payload shows it. */
function withContentType(delivery: Delivery, payload: unknown): Delivery {
  const isWrapped =
    typeof payload === 'object' && payload !== null && 'specversion' in payload;
  return {
    ...delivery,
    headers: {
      ...delivery.headers,
      ...(Array.isArray(payload) && { 'content-type': BATCH_TYPE }),
      ...(isWrapped && { 'content-type': STRUCTURED_TYPE }),
    },
  };
}
