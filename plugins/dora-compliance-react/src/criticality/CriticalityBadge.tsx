import type { Criticality } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  RiAlarmWarningLine,
  RiCheckboxBlankCircleLine,
  RiErrorWarningLine,
  RiQuestionLine,
} from '@remixicon/react';
import styles from './CriticalityBadge.module.css';
import { criticalityWords } from './criticalityWords';

const icons = {
  'critical-or-important': RiAlarmWarningLine,
  important: RiErrorWarningLine,
  standard: RiCheckboxBlankCircleLine,
  unclassified: RiQuestionLine,
} as const;

/**
 * How critical an asset is, in words, with an icon and a colour.
 *
 * @public
 */
export function CriticalityBadge({
  level,
}: {
  level: Criticality | undefined;
}) {
  const shown = level ?? 'unclassified';
  const Icon = icons[shown];
  return (
    <span className={`${styles.badge} ${styles[shown]}`}>
      <Icon size={16} aria-hidden />
      {criticalityWords[shown]}
    </span>
  );
}
