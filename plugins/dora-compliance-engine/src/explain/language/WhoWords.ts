import type { RemedyRole } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { RemedyFacts } from '../../remedy/Facts';

/**
 * A sentence for each role that can end a finding.
 *
 * @public
 */
export type WhoWords = {
  readonly [Role in RemedyRole]: (facts: RemedyFacts) => string;
};
