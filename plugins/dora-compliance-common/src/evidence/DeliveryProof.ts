import { z } from 'zod';

/**
 * How the sender of a document was proven when it was received:
 * - `none`: it was not.
 * - `signed-body`: a signature over the body alone (GitHub).
 * - `signed-delivery`: a signature over the body, the id and the time of the
 *   delivery (Standard Webhooks, GitLab).
 * - `secret`: a shared secret was sent along (tokens, passwords). Whoever sees
 *   one delivery can send others, and no time of the delivery is proven.
 * - `read`: we read the document from the API of the source ourselves.
 *
 * @public
 */
export const DeliveryProof = z.enum([
  'none',
  'signed-body',
  'signed-delivery',
  'secret',
  'read',
]);

/** @public */
export type DeliveryProof = z.output<typeof DeliveryProof>;

/**
 * The parts of a delivery a proof can cover: the bytes of the body, the id of
 * the delivery, the time it was sent at, and the other headers, such as the
 * name of the event.
 *
 * @public
 */
export type DeliveryPart = 'body' | 'deliveryId' | 'sentAt' | 'headers';

/**
 * What each proof covers. What is not covered can be chosen by whoever sends
 * a captured body again.
 *
 * @public
 */
export const proofCoverage: Record<
  DeliveryProof,
  Record<DeliveryPart, boolean>
> = {
  none: { body: false, deliveryId: false, sentAt: false, headers: false },
  'signed-body': {
    body: true,
    deliveryId: false,
    sentAt: false,
    headers: false,
  },
  'signed-delivery': {
    body: true,
    deliveryId: true,
    sentAt: true,
    headers: false,
  },
  secret: { body: true, deliveryId: true, sentAt: false, headers: true },
  read: { body: true, deliveryId: true, sentAt: true, headers: true },
};

/**
 * Whether a proof covers a part of the delivery. A proof that is not known
 * covers nothing.
 *
 * @public
 */
export function isProven(
  part: DeliveryPart,
  proof: DeliveryProof | undefined,
): boolean {
  return proof !== undefined && proofCoverage[proof][part];
}
