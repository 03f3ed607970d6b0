import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useState } from 'react';
import { useTranslation } from '../translation/useTranslation';
import styles from './RelativeTime.module.css';
import { useTimeFormat } from './useTimeFormat';

/**
 * A moment as seen from now: `3 days ago`. A press shows the exact time next
 * to it, in the time zone of the reader; hovering shows it, too.
 *
 * @public
 */
export function RelativeTime(props: {
  instant: Instant;
  /** Within a button, which can't contain another button. */
  isStatic?: boolean;
}) {
  const { instant, isStatic = false } = props;
  const { t } = useTranslation();
  const { formatAgo, formatTime } = useTimeFormat();
  const [isExact, setExact] = useState(false);
  const ago = formatAgo(instant, Date.now());
  const exact = formatTime(instant);
  const time = (
    <time dateTime={instant} title={exact}>
      {isExact ? t('time.withExact', { ago, exact }) : ago}
    </time>
  );
  return isStatic ? (
    time
  ) : (
    <button
      type="button"
      className={styles.time}
      aria-expanded={isExact}
      onClick={() => setExact(!isExact)}
    >
      {time}
    </button>
  );
}
