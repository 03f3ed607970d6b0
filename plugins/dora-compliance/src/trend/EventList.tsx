import { useTimeFormat } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useTranslation } from '../translation/useTranslation';
import type { TrendEvent } from './trendEvents';
import styles from './trend.module.css';
import { useEventTexts } from './useEventTexts';

/** What happened, in sentences. */
export function EventList(props: {
  id: string;
  events: readonly TrendEvent[];
}) {
  const { id, events } = props;
  const { t } = useTranslation();
  const { formatDay } = useTimeFormat();
  const { describe } = useEventTexts();
  return (
    <ul id={id} aria-label={t('trend.event.title')} className={styles.events}>
      {events.map(event => (
        <li key={event.id}>
          {t('trend.event.onDay', {
            day: formatDay(event.day),
            what: describe(event),
          })}
        </li>
      ))}
    </ul>
  );
}
