import { Button, Link, Text } from '@backstage/ui';
import type {
  ControlTimelineView,
  StatusPeriodView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  RelativeTime,
  StatusBadge,
  useTimeFormat,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useState } from 'react';
import { useTranslation } from '../../translation/useTranslation';
import { useTabAddress } from '../useTabAddress';
import styles from './timeline.module.css';

const SHOWN_AT_FIRST = 5;

/** Each period with its reason and what was deployed in it, latest first. */
export function PeriodList({ view }: { view: ControlTimelineView }) {
  const { periods, to } = view;
  const { t } = useTranslation();
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  const rest = periods.length - shown;
  return (
    <>
      <ol className={styles.periods}>
        {periods.slice(0, shown).map(period => (
          <li key={period.from}>
            <Period period={period} now={to} />
          </li>
        ))}
      </ol>
      {rest > 0 && (
        <Button
          variant="secondary"
          className={styles.more}
          onPress={() => setShown(periods.length)}
        >
          {t('timeline.more', { count: rest })}
        </Button>
      )}
    </>
  );
}

function Period(props: { period: StatusPeriodView; now: string }) {
  const { period, now } = props;
  const { status, from, to, reason, isReconstructed } = period;
  const { t } = useTranslation();
  const { formatDay, formatMilliseconds, formatTime } = useTimeFormat();
  const format = (instant: typeof from) =>
    isReconstructed ? formatDay(instant.slice(0, 10)) : formatTime(instant);
  const length = formatMilliseconds(Date.parse(to ?? now) - Date.parse(from));
  return (
    <>
      <span className={styles.line}>
        <StatusBadge status={status} />
        <Text variant="body-small" color="secondary">
          {to
            ? t('timeline.period', {
                from: format(from),
                to: format(to),
                length,
              })
            : t('timeline.now', { from: format(from), length })}
        </Text>
      </span>
      {reason && <Text as="p">{reason.sentence}</Text>}
      <Deployments period={period} />
    </>
  );
}

function Deployments({ period }: { period: StatusPeriodView }) {
  const { deployments, omittedDeployments } = period;
  const { t } = useTranslation();
  const { toDeployment } = useTabAddress();
  if (deployments.length === 0) {
    return null;
  }
  return (
    <div>
      <Text as="p" variant="body-small">
        {t('timeline.deployed', {
          count: deployments.length + omittedDeployments,
        })}
      </Text>
      <ul className={styles.deployments}>
        {deployments.map(({ deployment: id, environment, at, deployers }) => (
          <li key={`${id} ${environment} ${at}`}>
            <Link
              href={toDeployment({ deployment: { id, environment }, at })}
              variant="body-small"
            >
              {t('timeline.deployment', { deployment: id, environment })}
            </Link>{' '}
            <Text variant="body-small" color="secondary">
              {deployers.length > 0 ? (
                t('timeline.deployedBy', {
                  time: <RelativeTime instant={at} />,
                  person: deployers.join(', '),
                })
              ) : (
                <RelativeTime instant={at} />
              )}
            </Text>
          </li>
        ))}
      </ul>
      {omittedDeployments > 0 && (
        <Text variant="body-small" color="secondary">
          {t('compliance.omitted', { count: omittedDeployments })}
        </Text>
      )}
    </div>
  );
}
