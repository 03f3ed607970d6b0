import type { Reason } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * A reason with its sentence.
 *
 * @public
 */
export type Explained = Reason & { sentence: string };
