import { useApi } from '@backstage/core-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { TrendView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  useLoaded,
  useTimeFormat,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { lazy, Suspense, useState } from 'react';
import { Failure } from '../failure/Failure';
import { Loading } from '../loading/Loading';
import type { ScorecardScope } from '../scorecard/ScorecardScope';
import { useTranslation } from '../translation/useTranslation';
import { toEvents } from './trendEvents';
import { findBeginning, toPoints } from './trendPoints';
import { RangeToggle, useRange } from './RangeToggle';
import { findDays, type Range, ranges } from './trendRanges';
import { TrendTable } from './TrendTable';
import styles from './trend.module.css';

const TrendChart = lazy(() =>
  import('./TrendChart').then(m => ({ default: m.TrendChart })),
);

/** The two numbers over time. The range is in the address of the page. */
export function TrendSection({ scope }: { scope: ScorecardScope }) {
  const { t } = useTranslation();
  const { range } = useRange(ranges);
  return (
    <section aria-label={t('trend.title')}>
      <Flex direction="column" gap="3">
        <div className={styles.heading}>
          <Text as="h3" variant="title-x-small" weight="bold">
            {t('trend.title')}
          </Text>
          <RangeToggle ranges={ranges} />
        </div>
        <Trend scope={scope} range={range} />
      </Flex>
    </section>
  );
}

function Trend({ scope, range }: { scope: ScorecardScope; range: Range }) {
  const { t } = useTranslation();
  const { formatDay } = useTimeFormat();
  const api = useApi(doraComplianceApiRef);
  const [now] = useState(() => new Date());
  const { from, to } = findDays(range, now);
  const { value, error, reload } = useLoaded(
    `${scope.of} ${scope.ref} ${from}`,
    () => api.readTrend({ ...scope, from, to }),
  );
  if (error) {
    return <Failure what="trend" error={error} onRetry={reload} />;
  }
  if (!value) {
    return <Loading blocks={[260]} />;
  }
  const { days, recordedFrom, isPastOutdated, annotations } = value;
  const [first] = days;
  if (!first) {
    return <Text>{t('trend.none')}</Text>;
  }
  const events = toEvents(annotations, first.day);
  const beginning = findBeginning(days, from);
  return (
    <>
      <Suspense fallback={<Loading blocks={[260]} />}>
        <TrendChart
          points={toPoints(days, to)}
          days={{ from, to }}
          events={events}
        />
      </Suspense>
      <Text variant="body-small">
        {beginning && `${t('trend.begins', { day: formatDay(beginning) })} `}
        {t(`trend.belonging.${findBelonging(scope, value)}`)}
        {days.some(({ isReconstructed }) => isReconstructed) &&
          recordedFrom &&
          ` ${t('trend.reconstructed', { day: formatDay(recordedFrom) })}`}
        {isPastOutdated && ` ${t('trend.outdated')}`}
        {value.omittedAnnotations > 0 &&
          ` ${t('trend.event.omitted', { count: value.omittedAnnotations })}`}
      </Text>
      <TrendTable days={days} events={events} />
    </>
  );
}

/**
 * Which assets are counted. A domain has the systems of now: only the reader of all
 * assets is told what belonged to them then.
 */
function findBelonging({ of }: ScorecardScope, trend: TrendView) {
  const { belonging, isPartial } = trend;
  return belonging === 'now' && of === 'domain' && !isPartial
    ? 'systems'
    : belonging;
}
