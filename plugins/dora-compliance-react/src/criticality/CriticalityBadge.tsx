import type { Criticality } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  RiArrowUpDoubleLine,
  RiArrowUpSLine,
  RiCheckboxBlankCircleLine,
  RiQuestionLine,
} from '@remixicon/react';
import styles from './CriticalityBadge.module.css';
import { useTranslation } from '../translation/useTranslation';

const icons = {
  'critical-or-important': RiArrowUpDoubleLine,
  important: RiArrowUpSLine,
  standard: RiCheckboxBlankCircleLine,
  unclassified: RiQuestionLine,
} as const;

/**
 * How critical an asset is, in words and with an icon. Its tones are neutral:
 * a critical asset is not a failing one.
 *
 * @public
 */
export function CriticalityBadge({
  level,
}: {
  level: Criticality | undefined;
}) {
  const { t } = useTranslation();
  const shown = level ?? 'unclassified';
  const Icon = icons[shown];
  return (
    <span className={`${styles.badge} ${styles[shown]}`}>
      <Icon size={16} aria-hidden />
      {t(`criticality.${shown}`)}
    </span>
  );
}
