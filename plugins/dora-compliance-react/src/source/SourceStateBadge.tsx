import type { SourceState } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type RemixiconComponentType,
  RiShutDownLine,
  RiToolsLine,
  RiVolumeMuteLine,
} from '@remixicon/react';
import { type Tone, ToneBadge } from '../status/ToneBadge';
import { sourceStateWords } from './sourceStateWords';

const tones: Readonly<Record<SourceState, Tone>> = {
  misconfigured: 'danger',
  failing: 'danger',
  silent: 'danger',
  incomplete: 'warning',
  'never-heard': 'neutral',
  healthy: 'success',
  off: 'neutral',
};

/** Of states whose tone is also that of another one. */
const icons: Readonly<Partial<Record<SourceState, RemixiconComponentType>>> = {
  misconfigured: RiToolsLine,
  silent: RiVolumeMuteLine,
  off: RiShutDownLine,
};

/**
 * How an evidence source is, in words, with an icon and a colour.
 *
 * @public
 */
export function SourceStateBadge({ state }: { state: SourceState }) {
  return (
    <ToneBadge tone={tones[state]} icon={icons[state]}>
      {sourceStateWords[state]}
    </ToneBadge>
  );
}
