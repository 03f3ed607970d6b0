import type { SourceState } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type RemixiconComponentType,
  RiShutDownLine,
  RiToolsLine,
  RiVolumeMuteLine,
} from '@remixicon/react';
import { type Tone, ToneBadge } from '../status/ToneBadge';
import { useTranslation } from '../translation/useTranslation';

const tones: Readonly<Record<SourceState, Tone>> = {
  misconfigured: 'danger',
  failing: 'danger',
  silent: 'danger',
  incomplete: 'warning',
  'never-heard': 'neutral',
  healthy: 'success',
  off: 'neutral',
};

/** Icons of states that share their tone with another state. */
const icons: Readonly<Partial<Record<SourceState, RemixiconComponentType>>> = {
  misconfigured: RiToolsLine,
  silent: RiVolumeMuteLine,
  off: RiShutDownLine,
};

/**
 * The state of an evidence source in words, with an icon and a color.
 *
 * @public
 */
export function SourceStateBadge({ state }: { state: SourceState }) {
  const { t } = useTranslation();
  return (
    <ToneBadge tone={tones[state]} icon={icons[state]}>
      {t(`sourceState.${state}`)}
    </ToneBadge>
  );
}
