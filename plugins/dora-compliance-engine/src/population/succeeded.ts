import type { Evidence } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * Whether what a piece of evidence reports was done, and not only tried. A round of a
 * collector that could not read everything is not done.
 */
export function succeeded({ predicate }: Evidence): boolean {
  if ('outcome' in predicate) {
    return predicate.outcome === 'success';
  }
  if ('complete' in predicate) {
    return predicate.complete;
  }
  return !('error' in predicate && predicate.error !== undefined);
}
