import type { SourceState } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * How an evidence source is, in words.
 *
 * @public
 */
export const sourceStateWords: Readonly<Record<SourceState, string>> = {
  misconfigured: 'Off: misconfigured',
  failing: 'Failing',
  silent: 'Silent',
  incomplete: 'Incomplete',
  'never-heard': 'Nothing received yet',
  healthy: 'Healthy',
  off: 'Off',
};
