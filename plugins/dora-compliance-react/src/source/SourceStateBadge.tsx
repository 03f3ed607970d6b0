import type { SourceState } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { RiVolumeMuteLine } from '@remixicon/react';
import { type Tone, ToneBadge } from '../status/ToneBadge';
import { sourceStateWords } from './sourceStateWords';

const tones: Readonly<Record<SourceState, Tone>> = {
  failing: 'danger',
  silent: 'danger',
  incomplete: 'warning',
  'never-heard': 'neutral',
  healthy: 'success',
};

/**
 * How an evidence source is, in words, with an icon and a colour.
 *
 * @public
 */
export function SourceStateBadge({ state }: { state: SourceState }) {
  return (
    <ToneBadge
      tone={tones[state]}
      icon={state === 'silent' ? RiVolumeMuteLine : undefined}
    >
      {sourceStateWords[state]}
    </ToneBadge>
  );
}
