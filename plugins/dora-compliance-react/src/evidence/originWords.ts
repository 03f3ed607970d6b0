import type { DocumentOrigin } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * How a document came to us, in words.
 *
 * @public
 */
export const originWords: Readonly<Record<DocumentOrigin, string>> = {
  pushed: 'pushed by the source as it happened',
  fetched: 'fetched: read from the delivery log of the source',
  collected: 'collected: asked for on a schedule',
  'back-filled': 'back-filled: asked for afterwards',
};
