import { useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import {
  type BackfillState,
  type BackfillView,
  sourceOperatePermission,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  RelativeTime,
  type Tone,
  ToneBadge,
  usePages,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useMay } from '../permissions/useMay';
import { useTranslation } from '../translation/useTranslation';
import { Fact } from './Fact';
import { NoCollector } from './NoCollector';
import { Nothing } from './Nothing';
import { PagedList } from './PagedList';
import { Progress } from './Progress';
import type { PanelProps } from './PanelProps';
import styles from './sources.module.css';
import { StartBackfill } from './StartBackfill';

const tones: Readonly<Record<BackfillState, Tone>> = {
  waiting: 'neutral',
  running: 'info',
  done: 'success',
  incomplete: 'warning',
  failed: 'danger',
};

/** The backfills of a source, and their progress. */
export function BackfillsPanel(props: PanelProps) {
  return props.source.kinds.collects ? (
    <Backfills {...props} />
  ) : (
    <NoCollector source={props.source} />
  );
}

function Backfills({ source, onChange }: PanelProps) {
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  const { allowed } = useMay(sourceOperatePermission);
  const backfills = usePages(
    source.id,
    cursor => api.listBackfills(source.id, { cursor }),
    items => items.some(isUnderWay),
  );
  const changed = () => {
    backfills.reload();
    onChange();
  };
  return (
    <div className={styles.panel}>
      {allowed && <StartBackfill source={source} onChange={changed} />}
      <PagedList
        what="backfills"
        pages={backfills}
        toKey={({ id }) => id}
        empty={
          <Nothing title={t('sourceAction.backfill.none')}>
            {t('sourceAction.backfill.noneExplanation')}
          </Nothing>
        }
      >
        {backfill => <Backfill backfill={backfill} />}
      </PagedList>
    </div>
  );
}

function isUnderWay({ state }: BackfillView): boolean {
  return state === 'running' || state === 'waiting';
}

function Backfill({ backfill }: { backfill: BackfillView }) {
  const { target, state, since, done, problem } = backfill;
  const { t } = useTranslation();
  const { requestedAt, finishedAt, nextAt } = backfill;
  return (
    <div className={styles.body}>
      <div className={styles.title}>
        <Text as="h3" variant="body-large" weight="bold">
          {target}
        </Text>
        <ToneBadge tone={tones[state]}>
          {t(`sourceAction.backfill.state.${state}`)}
        </ToneBadge>
      </div>
      {isUnderWay(backfill) && (
        <Progress
          label={t('sourceAction.backfill.of', { target })}
          done={done}
        />
      )}
      {problem && <Text>{problem}</Text>}
      <dl className={styles.facts}>
        <Fact title={t('sourceAction.backfill.since')}>
          <RelativeTime instant={since} />
        </Fact>
        <Fact title={t('sourceAction.backfill.requested')}>
          <RelativeTime instant={requestedAt} />
        </Fact>
        {nextAt && state === 'waiting' && (
          <Fact title={t('sourceAction.backfill.continues')}>
            <RelativeTime instant={nextAt} />
          </Fact>
        )}
        {finishedAt && (
          <Fact title={t('sourceAction.backfill.ended')}>
            <RelativeTime instant={finishedAt} />
          </Fact>
        )}
      </dl>
    </div>
  );
}
