import type { DeliveryProof } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * What was proven of the delivery of a document, in words.
 *
 * @public
 */
export const proofWords: Readonly<Record<DeliveryProof, string>> = {
  none: 'nothing is proven',
  'signed-body':
    'the content is signed; the name of the event and the id of the delivery are not',
  'signed-delivery':
    'the content, the id and the time of the delivery are signed; other headers are not',
  secret: 'the sender knew the secret of the source; the content is not signed',
  read: 'read from the source with our own credentials',
};
