import styles from './sources.module.css';

/** How far something is, as a bar and in words. */
export function Progress(props: {
  /** What it is about; read aloud. */
  label: string;
  done: number;
  /** Absent while nobody knows. */
  total?: number;
}) {
  const { label, done, total } = props;
  const isKnown = total !== undefined && total > 0;
  const share = isKnown ? Math.min(1, done / total) : 0;
  const words = isKnown
    ? `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-GB')}`
    : `${done.toLocaleString('en-US')} so far`;
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
