import { useTranslation } from '../translation/useTranslation';
import styles from './sources.module.css';

/** Progress as a bar and as text. */
export function Progress(props: {
  /** The name of the bar for screen readers. */
  label: string;
  done: number;
  /** Absent while it is unknown. */
  total?: number;
}) {
  const { label, done, total } = props;
  const { t } = useTranslation();
  const isKnown = total !== undefined && total > 0;
  const share = isKnown ? Math.min(1, done / total) : 0;
  const words = isKnown
    ? t('sourceAction.progress', { done, total })
    : t('sourceAction.progressSoFar', { done });
  return (
    <div className={styles.progress}>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={isKnown ? total : undefined}
        aria-valuenow={isKnown ? Math.min(done, total) : undefined}
        aria-valuetext={words}
        className={styles.track}
      >
        <div className={styles.reached} style={{ width: `${100 * share}%` }} />
      </div>
      <span>{words}</span>
    </div>
  );
}
