import type { SourceView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { RelativeTime } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { ReactNode } from 'react';
import { useTranslation } from '../translation/useTranslation';
import { DocumentCountsTable } from './DocumentCountsTable';
import { Fact } from './Fact';
import { Reconciliation } from './Reconciliation';
import { RefusedDeliveries } from './RefusedDeliveries';
import styles from './sources.module.css';
import { useSourceTexts } from './useSourceTexts';

/** The figures of a source: documents, delay, and what is missing. */
export function SourceFacts({ source }: { source: SourceView }) {
  return (
    <div className={styles.figures}>
      {source.documents?.all.received !== 0 && (
        <DocumentCountsTable source={source} />
      )}
      <Facts source={source} />
    </div>
  );
}

function Facts({ source }: { source: SourceView }) {
  const { reconciliation, lag, openGaps, kinds, lastReceivedAt } = source;
  const { t } = useTranslation();
  const { describeLag } = useSourceTexts();
  return (
    <dl className={styles.facts}>
      <Fact title={t('source.fact.lastReceived')}>
        {lastReceivedAt ? (
          <RelativeTime instant={lastReceivedAt} />
        ) : (
          <NeverReceived source={source} />
        )}
      </Fact>
      <Fact title={t('source.fact.reconciliation')}>
        {reconciliation ? (
          <Reconciliation counts={reconciliation} />
        ) : (
          t('source.notReconciled')
        )}
      </Fact>
      <Fact title={t('source.fact.lag')}>{describeLag(lag)}</Fact>
      <Fact title={t('source.fact.openGaps')}>
        {openGaps === 0 ? (
          t('source.none')
        ) : (
          <span className={styles.bad}>{t('number', { value: openGaps })}</span>
        )}
      </Fact>
      {kinds.collects && <CollectorFacts source={source} />}
      {kinds.receives && (
        <Fact title={t('source.fact.refused')} isSpanning>
          <RefusedDeliveries refused={source.refused} />
        </Fact>
      )}
    </dl>
  );
}

/** Callers who may not read the whole catalog do not see delivery times. */
function NeverReceived({ source }: { source: SourceView }) {
  const { t } = useTranslation();
  return <>{source.documents ? t('source.never') : t('source.hidden')}</>;
}

function CollectorFacts({ source }: { source: SourceView }) {
  const { targets, clockSkew } = source;
  const { t } = useTranslation();
  const { describeClockSkew } = useSourceTexts();
  return (
    <>
      <Fact title={t('source.fact.targets')}>
        <Targets total={targets.all} incomplete={targets.incomplete} />
      </Fact>
      <Fact title={t('source.fact.clockSkew')}>
        {clockSkew === undefined
          ? t('source.unknownValue')
          : describeClockSkew(clockSkew)}
      </Fact>
      <Fact title={t('source.fact.heartbeat')} isSpanning>
        <Heartbeat heartbeat={source.lastHeartbeat} />
      </Fact>
    </>
  );
}

function Targets(props: { total: number; incomplete: number }) {
  const { total, incomplete } = props;
  const { t } = useTranslation();
  const amount = incomplete;
  return incomplete === 0 ? (
    <>{t('source.targetsTotal', { total })}</>
  ) : (
    t('source.targetsIncomplete', {
      total: t('number', { value: total }),
      incomplete: (
        <span className={styles.doubtful}>
          {t('source.incompleteCount', { amount })}
        </span>
      ),
    })
  );
}

function Heartbeat(props: {
  heartbeat: SourceView['lastHeartbeat'];
}): ReactNode {
  const { t } = useTranslation();
  if (!props.heartbeat) {
    return t('source.noHeartbeat');
  }
  const { at, complete, problem, target } = props.heartbeat;
  return (
    <>
      <RelativeTime instant={at} />
      {!complete && (
        <div className={styles.doubtful}>
          {t('source.incompleteTarget', {
            target,
            problem: problem ?? t('source.incomplete'),
          })}
        </div>
      )}
    </>
  );
}
