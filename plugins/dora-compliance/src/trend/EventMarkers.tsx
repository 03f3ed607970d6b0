import { useTimeFormat } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useTranslation } from '../translation/useTranslation';
import type { EventCluster } from './trendEvents';
import styles from './trend.module.css';
import { useEventTexts } from './useEventTexts';

/** Room for half of a marker, in pixels. */
const HALF = 40;

/** A button with a word for each event above the chart, or for several close ones. */
export function EventMarkers(props: {
  clusters: readonly EventCluster[];
  open: EventCluster | undefined;
  /** Where the chart ends. */
  right: number;
  /** The id of what a marker opens. */
  controls: string;
  onToggle: (cluster: EventCluster) => void;
}) {
  const { clusters, open, right, controls, onToggle } = props;
  const { t } = useTranslation();
  const { formatDay } = useTimeFormat();
  const { nameCluster } = useEventTexts();
  return (
    <div
      role="group"
      aria-label={t('trend.event.title')}
      className={styles.markers}
    >
      {clusters.map(cluster => {
        const days = cluster.events.map(({ day }) => day);
        const [first = '', last = ''] = [days[0], days.at(-1)];
        const word = nameCluster(cluster.events);
        return (
          <button
            key={cluster.events[0]?.id}
            type="button"
            className={styles.marker}
            style={{ left: Math.min(cluster.at, right - HALF / 2) }}
            aria-expanded={cluster === open}
            aria-controls={cluster === open ? controls : undefined}
            aria-label={
              first === last
                ? t('trend.event.marker', { word, day: formatDay(first) })
                : t('trend.event.markerOfDays', {
                    word,
                    from: formatDay(first),
                    to: formatDay(last),
                  })
            }
            onClick={() => onToggle(cluster)}
          >
            {word}
          </button>
        );
      })}
    </div>
  );
}
