import { Text } from '@backstage/ui';
import type { EvidenceView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { RelativeTime } from '../time/RelativeTime';
import { useTimeFormat } from '../time/useTimeFormat';
import { useTranslation } from '../translation/useTranslation';
import styles from './evidence.module.css';
import { RedactionList } from './RedactionList';

/** Everything known about a piece of evidence. */
export function EvidenceFacts(props: {
  evidence: EvidenceView;
  /** Shows its title, if several were read from the same document. */
  isNamed: boolean;
}) {
  const { evidence, isNamed } = props;
  const { t } = useTranslation();
  return (
    <>
      {isNamed && <Text weight="bold">{evidence.title}</Text>}
      <dl className={styles.facts}>
        <dt>{t('evidence.fact.type')}</dt>
        <dd>{evidence.type}</dd>
        <dt>{t('evidence.fact.observed')}</dt>
        <dd>
          <RelativeTime instant={evidence.observedAt} />
        </dd>
        <dt>{t('evidence.fact.recorded')}</dt>
        <dd>
          <RelativeTime instant={evidence.recordedAt} />
        </dd>
        {evidence.verification === 'late' && <Late evidence={evidence} />}
        <dt>{t('evidence.fact.source')}</dt>
        <dd>
          {t('evidence.sourceAndVerification', {
            source: evidence.sourceId,
            verification: t(`evidence.verification.${evidence.verification}`),
          })}
        </dd>
        <dt>{t('evidence.fact.proof')}</dt>
        <dd>{t(`evidence.proof.${evidence.proof}`)}</dd>
        <dt>{t('evidence.fact.subjects')}</dt>
        <dd>
          {evidence.subjects.map(({ kind, digest, uri }) => (
            <div key={`${kind} ${digest ?? uri}`}>
              {t('evidence.subject', { kind, name: digest ?? uri ?? '' })}
            </div>
          ))}
        </dd>
        <dt>{t('evidence.fact.id')}</dt>
        <dd className={styles.digest}>{evidence.id}</dd>
      </dl>
    </>
  );
}

function Late(props: { evidence: EvidenceView }) {
  const { observedAt, recordedAt } = props.evidence;
  const { t } = useTranslation();
  const { formatMilliseconds } = useTimeFormat();
  const lag = new Date(recordedAt).getTime() - new Date(observedAt).getTime();
  return (
    <>
      <dt>{t('evidence.fact.late')}</dt>
      <dd>{t('evidence.lateBy', { length: formatMilliseconds(lag) })}</dd>
    </>
  );
}

/** Everything known about the document that evidence was read from. */
export function DocumentFacts(props: { document: EvidenceView['document'] }) {
  const { origin, redactions, digest } = props.document;
  const { t } = useTranslation();
  return (
    <dl className={styles.facts}>
      <dt>{t('evidence.fact.origin')}</dt>
      <dd>{t(`evidence.origin.${origin}`)}</dd>
      {redactions.length > 0 && (
        <>
          <dt>{t('evidence.fact.redacted')}</dt>
          <dd>
            <RedactionList redactions={redactions} />
          </dd>
        </>
      )}
      <dt>{t('evidence.fact.digest')}</dt>
      <dd className={styles.digest}>{digest}</dd>
    </dl>
  );
}
