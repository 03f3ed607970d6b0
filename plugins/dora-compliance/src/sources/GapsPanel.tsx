import { useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import type { GapView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  RelativeTime,
  ToneBadge,
  usePages,
  useTimeFormat,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useTranslation } from '../translation/useTranslation';
import { Fact } from './Fact';
import { Nothing } from './Nothing';
import { PagedList } from './PagedList';
import type { PanelProps } from './PanelProps';
import styles from './sources.module.css';

/** Periods in which events may be missing. */
export function GapsPanel({ source }: PanelProps) {
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  const gaps = usePages(source.id, cursor =>
    api.listGaps(source.id, { cursor }),
  );
  return (
    <div className={styles.panel}>
      <PagedList
        what="gaps"
        pages={gaps}
        toKey={({ id }) => id}
        empty={
          <Nothing title={t('sourceAction.gap.none')}>
            {t('sourceAction.gap.noneExplanation')}
          </Nothing>
        }
      >
        {gap => <Gap gap={gap} />}
      </PagedList>
    </div>
  );
}

function Gap({ gap }: { gap: GapView }) {
  const { t } = useTranslation();
  return (
    <div className={styles.body}>
      <div className={styles.title}>
        <Text as="h3" variant="body-large" weight="bold">
          {t(`sourceAction.gap.cause.${gap.cause}`)}
        </Text>
        <GapBadge gap={gap} />
      </div>
      <Text>{gap.reason.sentence}</Text>
      {gap.advice && <Text>{gap.advice}</Text>}
      <dl className={styles.facts}>
        <Fact title={t('sourceAction.gap.began')}>
          <Interval gap={gap} />
        </Fact>
        <Fact title={t('sourceAction.gap.affects')}>
          {gap.target ?? t('sourceAction.gap.wholeSource')}
        </Fact>
        <Fact title={t('sourceAction.gap.closed')}>
          {gap.madeGoodAt ? (
            <RelativeTime instant={gap.madeGoodAt} />
          ) : (
            t('sourceAction.gap.notClosed')
          )}
        </Fact>
      </dl>
    </div>
  );
}

function GapBadge({ gap }: { gap: GapView }) {
  const { t } = useTranslation();
  if (gap.madeGoodAt) {
    return (
      <ToneBadge tone="success">{t('sourceAction.gap.closedBadge')}</ToneBadge>
    );
  }
  return gap.to ? (
    <ToneBadge tone="warning">{t('sourceAction.gap.openBadge')}</ToneBadge>
  ) : (
    <ToneBadge tone="danger">{t('sourceAction.gap.ongoingBadge')}</ToneBadge>
  );
}

/** When the gap began, and how long it was. */
function Interval({ gap: { from, to } }: { gap: GapView }) {
  const { t } = useTranslation();
  const { formatMilliseconds } = useTimeFormat();
  const time = <RelativeTime instant={from} />;
  return to
    ? t('sourceAction.gap.beganLasted', {
        time,
        length: formatMilliseconds(
          new Date(to).getTime() - new Date(from).getTime(),
        ),
      })
    : t('sourceAction.gap.beganOngoing', { time });
}
