import { useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import type { ControlTimelineView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  useLive,
  useLoaded,
  useTimeFormat,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useState } from 'react';
import { Failure } from '../../failure/Failure';
import { Loading } from '../../loading/Loading';
import { useTranslation } from '../../translation/useTranslation';
import { RangeToggle, useRange } from '../../trend/RangeToggle';
import { findDays, type Range } from '../../trend/trendRanges';
import { PeriodList } from './PeriodList';
import { sumPeriods } from './sumPeriods';
import { TimelineBar } from './TimelineBar';
import styles from './timeline.module.css';

/** A time line goes back 400 days at most. */
const RANGES = ['30d', '90d', '1y'] as const satisfies readonly Range[];

/**
 * For how long a control was satisfied, its interruptions, and what was deployed in
 * them.
 */
export function ControlTimeline(props: {
  entityRef: string;
  controlId: string;
}) {
  const { entityRef, controlId } = props;
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  const { range } = useRange(RANGES);
  const [now] = useState(() => new Date());
  const { from } = findDays(range, now);
  const { value, error, reload } = useLive(
    useLoaded(`${entityRef} ${controlId} ${from}`, () =>
      api.readControlTimeline(entityRef, controlId, from),
    ),
  );
  return (
    <section aria-label={t('timeline.title')} className={styles.section}>
      <div className={styles.heading}>
        <Text as="h3" variant="title-x-small" weight="bold">
          {t('timeline.title')}
        </Text>
        <RangeToggle ranges={RANGES} />
      </div>
      {error && <Failure what="changes" error={error} onRetry={reload} />}
      {!value && !error && <Loading blocks={[96]} />}
      {value?.periods.length === 0 && <Text>{t('timeline.none')}</Text>}
      {value && value.periods.length > 0 && <Timeline view={value} />}
    </section>
  );
}

function Timeline({ view }: { view: ControlTimelineView }) {
  return (
    <>
      <Text as="p">
        <Sums view={view} />
      </Text>
      <TimelineBar view={view} />
      <Text as="p" variant="body-small" color="secondary">
        <Limits view={view} />
      </Text>
      <PeriodList key={view.from} view={view} />
    </>
  );
}

function Sums({ view }: { view: ControlTimelineView }) {
  const { t } = useTranslation();
  const { formatMilliseconds } = useTimeFormat();
  const { satisfied, known, interruptions } = sumPeriods(view);
  const total = formatMilliseconds(known);
  const length = formatMilliseconds(satisfied);
  // Rounded down: only all of it is 100 %.
  const value = Math.floor((100 * satisfied) / known) / 100;
  const share = t('scorecard.percent', { value });
  return (
    <>
      {satisfied > 0
        ? t('timeline.satisfied', { length, total, share })
        : t('timeline.never', { total })}{' '}
      {satisfied > 0 &&
        interruptions > 0 &&
        t('timeline.interruptions', { count: interruptions })}
    </>
  );
}

/** What is not known, and what was computed later. */
function Limits({ view }: { view: ControlTimelineView }) {
  const { cutAt, from, periods, recordedFrom, to } = view;
  const { t } = useTranslation();
  const { formatTime } = useTimeFormat();
  const earliest = periods.at(-1)!.from;
  const isReconstructed = periods.some(one => one.isReconstructed);
  return (
    <>
      {isReconstructed &&
        t('timeline.reconstructed', {
          time: formatTime(recordedFrom ?? to),
        })}{' '}
      {cutAt && t('timeline.cut', { time: formatTime(cutAt) })}
      {!cutAt &&
        earliest > from &&
        t('timeline.begins', { time: formatTime(earliest) })}
    </>
  );
}
