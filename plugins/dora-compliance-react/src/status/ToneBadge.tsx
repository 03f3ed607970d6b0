import {
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiIndeterminateCircleLine,
  RiInformationLine,
  RiQuestionLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import { VisuallyHidden } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './ToneBadge.module.css';

/**
 * How severe a state is, from the worst on.
 *
 * @public
 */
export type Tone = 'danger' | 'warning' | 'info' | 'success' | 'neutral';

const icons: Readonly<Record<Tone, RemixiconComponentType>> = {
  danger: RiCloseCircleLine,
  warning: RiQuestionLine,
  info: RiInformationLine,
  success: RiCheckboxCircleLine,
  neutral: RiIndeterminateCircleLine,
};

/**
 * A state in words, with an icon and a color.
 *
 * @public
 */
export function ToneBadge(props: {
  tone: Tone;
  /** Instead of the icon of the tone. */
  icon?: RemixiconComponentType;
  /** Shows only the icon; the text is for screen readers. */
  isCompact?: boolean;
  children: ReactNode;
}) {
  const { tone, icon: Icon = icons[tone], isCompact, children } = props;
  return (
    <span className={`${styles.badge} ${styles[tone]}`}>
      <Icon size={16} aria-hidden />
      {isCompact ? <VisuallyHidden>{children}</VisuallyHidden> : children}
    </span>
  );
}
