import type { EvidenceType } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * The types of evidence that a source can give, by how they come. The contract
 * suites check that nothing else comes, and that there is an example of each.
 *
 * @public
 */
export type SourceGives = {
  /** Read from what the system pushes. */
  readonly delivered: readonly EvidenceType[];
  /** Read from the answers of its API. */
  readonly collected?: readonly EvidenceType[];
};
