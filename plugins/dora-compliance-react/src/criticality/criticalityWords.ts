import type { Criticality } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * How each criticality is called, and how an asset without one is.
 *
 * @public
 */
export const criticalityWords: Readonly<
  Record<Criticality | 'unclassified', string>
> = {
  'critical-or-important': 'Critical or important',
  important: 'Important',
  standard: 'Standard',
  unclassified: 'Unclassified',
};
