import type {
  ControlStatus,
  ControlTimelineView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTimeFormat } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useSharedTranslation } from '../../translation/useSharedTranslation';
import { useTranslation } from '../../translation/useTranslation';
import styles from './timeline.module.css';

const TONES: Readonly<Record<ControlStatus, string | undefined>> = {
  satisfied: styles.satisfied,
  'not-satisfied': styles.notSatisfied,
  'not-assessed': styles.notAssessed,
  'risk-accepted': styles.riskAccepted,
  'not-applicable': styles.notApplicable,
};

/**
 * The periods in proportion to their length. It is a picture: the list of periods says
 * the same in words.
 */
export function TimelineBar({ view }: { view: ControlTimelineView }) {
  const { from, to, periods } = view;
  const { t } = useTranslation();
  const { t: shared } = useSharedTranslation();
  const { formatDay } = useTimeFormat();
  const begin = Date.parse(from);
  const total = Date.parse(to) - begin;
  const place = (instant: string) =>
    (100 * (Date.parse(instant) - begin)) / total;
  const [first, last] = [from, to].map(instant =>
    formatDay(instant.slice(0, 10)),
  );
  return (
    <div
      role="img"
      aria-label={t('timeline.bar', { from: first!, to: last! })}
      className={styles.frame}
    >
      <svg
        className={styles.bar}
        viewBox="0 0 100 10"
        preserveAspectRatio="none"
        aria-hidden
      >
        {periods.map(({ status, from: start, to: end = to }) => (
          <rect
            key={start}
            className={TONES[status]}
            x={place(start)}
            // A minute in a year is still seen.
            width={Math.max(place(end) - place(start), 0.4)}
            y={0}
            height={10}
          >
            <title>{shared(`status.${status}`)}</title>
          </rect>
        ))}
      </svg>
      <span>{first}</span>
      <span>{last}</span>
    </div>
  );
}
