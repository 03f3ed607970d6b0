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
 * A status in words, with an icon and a color. A compact one shows the words only to
 * screen readers.
 *
 * @public
 */
export function StatusBadge({
  status,
  isCompact,
}: {
  status: ControlStatus;
  isCompact?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <ToneBadge
      tone={tones[status]}
      isCompact={isCompact}
      icon={status === 'risk-accepted' ? RiShieldCheckLine : undefined}
    >
      {t(`status.${status}`)}
    </ToneBadge>
  );
}
