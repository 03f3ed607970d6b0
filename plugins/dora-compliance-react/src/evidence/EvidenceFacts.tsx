import { Text } from '@backstage/ui';
import type { EvidenceView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { formatMilliseconds } from '../loading/formatMilliseconds';
import { RelativeTime } from '../loading/RelativeTime';
import styles from './evidence.module.css';
import { originWords } from './originWords';
import { proofWords } from './proofWords';
import { RedactionList } from './RedactionList';
import { verificationWords } from './verificationWords';

/** All that is known of a piece of evidence. */
export function EvidenceFacts(props: {
  evidence: EvidenceView;
  /** One of several that were read from the same document. */
  isNamed: boolean;
}) {
  const { evidence, isNamed } = props;
  return (
    <>
      {isNamed && <Text weight="bold">{evidence.title}</Text>}
      <dl className={styles.facts}>
        <dt>Type</dt>
        <dd>{evidence.type}</dd>
        <dt>Observed</dt>
        <dd>
          <RelativeTime instant={evidence.observedAt} />
        </dd>
        <dt>Recorded</dt>
        <dd>
          <RelativeTime instant={evidence.recordedAt} />
        </dd>
        {evidence.verification === 'late' && (
          <>
            <dt>Late</dt>
            <dd>Recorded {lagWords(evidence)} after it happened</dd>
          </>
        )}
        <dt>Source</dt>
        <dd>
          {evidence.sourceId}, {verificationWords[evidence.verification]}
        </dd>
        <dt>Proof</dt>
        <dd>{proofWords[evidence.proof]}</dd>
        <dt>About</dt>
        <dd>
          {evidence.subjects.map(subject => (
            <div key={`${subject.kind} ${subject.digest ?? subject.uri}`}>
              {subject.kind}: {subject.digest ?? subject.uri}
            </div>
          ))}
        </dd>
        <dt>Evidence id</dt>
        <dd className={styles.digest}>{evidence.id}</dd>
      </dl>
    </>
  );
}

function lagWords({ observedAt, recordedAt }: EvidenceView): string {
  return formatMilliseconds(
    new Date(recordedAt).getTime() - new Date(observedAt).getTime(),
  );
}

/** All that is known of the document that evidence was read from. */
export function DocumentFacts(props: { document: EvidenceView['document'] }) {
  const { origin, redactions, digest } = props.document;
  return (
    <dl className={styles.facts}>
      <dt>Origin</dt>
      <dd>{originWords[origin]}</dd>
      {redactions.length > 0 && (
        <>
          <dt>Redacted</dt>
          <dd>
            <RedactionList redactions={redactions} />
          </dd>
        </>
      )}
      <dt>Document digest</dt>
      <dd className={styles.digest}>{digest}</dd>
    </dl>
  );
}
