import type { CollectedDocument } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { Reading } from '../normalise/DeliveryContext';
import type { GitlabScope } from '../normalise/GitlabScope';

/**
 * Reads statements from what was collected of one part; throws a ZodError
 * naming the field when a whole document is not what it should be.
 */
export type CollectedReader = (
  document: CollectedDocument,
  scope: GitlabScope,
) => Reading;
