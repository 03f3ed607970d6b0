import type { LinkRelation } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * How one thing uses the next, as words that stand between the two.
 *
 * @public
 */
export const relationWords: Readonly<Record<LinkRelation, string>> = {
  'supported-by': 'is supported by',
  'has-part': 'has the part',
  'depends-on': 'depends on',
  'consumes-api': 'consumes',
  'api-provided-by': 'is an API of',
  'deployed-by': 'is deployed by',
  'provided-by': 'comes from',
};
