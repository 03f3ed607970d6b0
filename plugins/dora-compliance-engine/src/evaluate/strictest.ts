import type { Criticality } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** Counts where the criticality of an asset is unknown. */
export const STRICTEST: Criticality = 'critical-or-important';
