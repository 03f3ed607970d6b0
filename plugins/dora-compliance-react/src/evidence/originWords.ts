import type { DocumentOrigin } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * How a document came to us, in words.
 *
 * @public
 */
export const originWords: Readonly<Record<DocumentOrigin, string>> = {
  pushed: 'pushed by the source',
  fetched: 'fetched from the delivery log of the source',
  collected: 'collected on a schedule',
  'back-filled': 'backfilled: requested afterwards',
};
