import { z } from 'zod';

/**
 * Who can do something about a finding. Closed: each has a sentence in every
 * language. `nobody`: the backend does it without a person.
 *
 * @public
 */
export const RemedyRole = z.enum([
  'asset-owner',
  'backstage-administrator',
  'catalog-maintainer',
  'code-host-administrator',
  'control-author',
  'doer',
  'environment-reviewer',
  'incident-manager',
  'independent-approver',
  'nobody',
  'provider-owner',
  'repository-administrator',
  'risk-function',
  'source-administrator',
]);

/** @public */
export type RemedyRole = z.output<typeof RemedyRole>;
