import type { ControlStatus } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiIndeterminateCircleLine,
  RiQuestionLine,
  RiShieldCheckLine,
} from '@remixicon/react';
import styles from './StatusBadge.module.css';
import { statusWords } from './statusWords';

const icons = {
  'not-applicable': RiIndeterminateCircleLine,
  satisfied: RiCheckboxCircleLine,
  'risk-accepted': RiShieldCheckLine,
  'not-assessed': RiQuestionLine,
  'not-satisfied': RiCloseCircleLine,
} as const;

/**
 * A status in words, with an icon and a colour.
 *
 * @public
 */
export function StatusBadge({ status }: { status: ControlStatus }) {
  const Icon = icons[status];
  return (
    <span className={`${styles.badge} ${styles[status]}`}>
      <Icon size={16} aria-hidden />
      {statusWords[status]}
    </span>
  );
}
