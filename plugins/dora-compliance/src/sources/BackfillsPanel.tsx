import { useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import {
  type BackfillView,
  sourceOperatePermission,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  RelativeTime,
  ToneBadge,
  usePages,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useMay } from '../permissions/useMay';
import { Fact } from './Fact';
import { NoCollector } from './NoCollector';
import { Nothing } from './Nothing';
import { PagedList } from './PagedList';
import { Progress } from './Progress';
import type { PanelProps } from './PanelProps';
import styles from './sources.module.css';
import { backfillWords } from './sourceWords';
import { StartBackfill } from './StartBackfill';

/** What was asked for of the past, and how far that is. */
export function BackfillsPanel(props: PanelProps) {
  return props.source.kinds.collects ? (
    <Backfills {...props} />
  ) : (
    <NoCollector source={props.source} />
  );
}

function Backfills({ source, onChange }: PanelProps) {
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
        of="Backfills"
        pages={backfills}
        keyOf={({ id }) => id}
        empty={
          <Nothing title="No backfill yet">
            A backfill requests past events from the source: from before its
            webhook was set up, or from a time when the backend could not be
            reached.
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
  const { target, state, since, done, total, problem } = backfill;
  const { words, tone } = backfillWords[state];
  const { requestedAt, finishedAt, nextAt } = backfill;
  return (
    <div className={styles.said}>
      <div className={styles.title}>
        <Text as="h3" variant="body-large" weight="bold">
          {target}
        </Text>
        <ToneBadge tone={tone}>{words}</ToneBadge>
      </div>
      {(total !== undefined || isUnderWay(backfill)) && (
        <Progress label={`Backfill of ${target}`} done={done} total={total} />
      )}
      {problem && <Text>{problem}</Text>}
      <dl className={styles.facts}>
        <Fact title="Events since">
          <RelativeTime instant={since} />
        </Fact>
        <Fact title="Requested">
          <RelativeTime instant={requestedAt} />
        </Fact>
        {nextAt && state === 'waiting' && (
          <Fact title="Continues">
            <RelativeTime instant={nextAt} />
          </Fact>
        )}
        {finishedAt && (
          <Fact title="Ended">
            <RelativeTime instant={finishedAt} />
          </Fact>
        )}
      </dl>
    </div>
  );
}
