import type { Evidence } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** Whether what a piece of evidence reports was done, and not only tried. */
export function succeeded({ predicate }: Evidence): boolean {
  if ('outcome' in predicate) {
    return predicate.outcome === 'success';
  }
  return !('error' in predicate && predicate.error !== undefined);
}
