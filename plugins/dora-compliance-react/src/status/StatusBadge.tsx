import type { ControlStatus } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { RiShieldCheckLine } from '@remixicon/react';
import { useTranslation } from '../translation/useTranslation';
import { type Tone, ToneBadge } from './ToneBadge';

const tones: Readonly<Record<ControlStatus, Tone>> = {
  'not-applicable': 'neutral',
  satisfied: 'success',
  'risk-accepted': 'info',
  'not-assessed': 'warning',
  'not-satisfied': 'danger',
};

/**
 * A status in words, with an icon and a color.
 *
 * @public
 */
export function StatusBadge({ status }: { status: ControlStatus }) {
  const { t } = useTranslation();
  return (
    <ToneBadge
      tone={tones[status]}
      icon={status === 'risk-accepted' ? RiShieldCheckLine : undefined}
    >
      {t(`status.${status}`)}
    </ToneBadge>
  );
}
