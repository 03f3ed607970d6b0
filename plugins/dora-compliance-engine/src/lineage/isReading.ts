import type { Evidence } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** Evidence of a state, and not of something that happened. */
export function isReading({ type }: Pick<Evidence, 'type'>): boolean {
  return type.endsWith('-observed') && type !== 'change-commits-observed';
}
