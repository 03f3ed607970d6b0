import { useApi } from '@backstage/core-plugin-api';
import { Alert, Button, Flex, Skeleton } from '@backstage/ui';
import type {
  Digest,
  EvidenceView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useState } from 'react';
import { doraComplianceApiRef } from '../api/doraComplianceApiRef';
import { formatMilliseconds } from '../loading/formatMilliseconds';
import { formatTime } from '../loading/formatTime';
import { messageOf } from '../loading/messageOf';
import { useLoaded } from '../loading/useLoaded';
import { ToneBadge } from '../status/ToneBadge';
import styles from './evidence.module.css';
import { originWords } from './originWords';
import { proofWords } from './proofWords';
import { RawDocument } from './RawDocument';
import { RedactionList } from './RedactionList';
import { verificationWords } from './verificationWords';

/** What is kept later than this after it happened is said to be late. */
const LATE_MS = 60 * 60_000;

/**
 * A piece of evidence, loaded when it is shown: what it says in one line, and
 * on demand all it says with the raw document behind it.
 *
 * @public
 */
export function EvidenceDetail(props: { entityRef: string; id: Digest }) {
  const { entityRef, id } = props;
  const api = useApi(doraComplianceApiRef);
  const [open, setOpen] = useState(false);
  const { value, error } = useLoaded(`${entityRef} ${id}`, () =>
    api.readEvidence(entityRef, id),
  );
  if (error) {
    return (
      <Alert
        status="danger"
        icon
        title="The evidence can't be read"
        description={messageOf(error)}
      />
    );
  }
  if (!value) {
    return <Skeleton height={24} />;
  }
  return (
    <div>
      <div className={styles.line}>
        <button
          type="button"
          className={styles.summary}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <span aria-hidden>{open ? '▾' : '▸'}</span>
          {value.title}
        </button>
        <Marks evidence={value} />
      </div>
      {open && <Facts entityRef={entityRef} evidence={value} />}
    </div>
  );
}

/** What makes it less than evidence that came in time from who it is of. */
function Marks({ evidence }: { evidence: EvidenceView }) {
  const { document, verification } = evidence;
  const isBackfilled = document.origin === 'back-filled';
  return (
    <>
      {verification === 'unverified' && (
        <ToneBadge tone="warning">Origin not proven</ToneBadge>
      )}
      {verification === 'late' && (
        <ToneBadge tone="warning">Late, not confirmed</ToneBadge>
      )}
      {isBackfilled && <ToneBadge tone="neutral">Back-filled</ToneBadge>}
      {!isBackfilled && verification !== 'late' && isLate(evidence) && (
        <ToneBadge tone="neutral">Late</ToneBadge>
      )}
    </>
  );
}

function Facts(props: { entityRef: string; evidence: EvidenceView }) {
  const { entityRef, evidence } = props;
  const { document } = evidence;
  const [raw, setRaw] = useState(false);
  return (
    <Flex direction="column" gap="3" pl="4" pb="3">
      <dl className={styles.facts}>
        <dt>Type</dt>
        <dd>{evidence.type}</dd>
        <dt>Observed</dt>
        <dd>{formatTime(evidence.observedAt)}</dd>
        <dt>Recorded</dt>
        <dd>{formatTime(evidence.recordedAt)}</dd>
        <dt>Source</dt>
        <dd>
          {evidence.sourceId}, {verificationWords[evidence.verification]}
        </dd>
        <dt>Proof</dt>
        <dd>{proofWords[evidence.proof]}</dd>
        <dt>Origin</dt>
        <dd>{originWords[document.origin]}</dd>
        <Lateness evidence={evidence} />
        {document.redactions.length > 0 && (
          <>
            <dt>Redacted</dt>
            <dd>
              <RedactionList redactions={document.redactions} />
            </dd>
          </>
        )}
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
      <Flex>
        <Button
          variant="secondary"
          size="small"
          aria-expanded={raw}
          onPress={() => setRaw(!raw)}
        >
          {raw ? 'Hide raw document' : 'Show raw document'}
        </Button>
      </Flex>
      {raw && <RawDocument entityRef={entityRef} digest={document.digest} />}
    </Flex>
  );
}

/** How long after it happened it was recorded, in milliseconds. */
function lateBy({ observedAt, recordedAt }: EvidenceView): number {
  return new Date(recordedAt).getTime() - new Date(observedAt).getTime();
}

function isLate(evidence: EvidenceView): boolean {
  return lateBy(evidence) > LATE_MS;
}

/** By how much it was recorded late, if it was. */
function Lateness({ evidence }: { evidence: EvidenceView }) {
  const { observedAt, recordedAt } = evidence;
  return isLate(evidence) ? (
    <>
      <dt>Late</dt>
      <dd>
        Happened {formatTime(observedAt)}, recorded {formatTime(recordedAt)}{' '}
        (late by {formatMilliseconds(lateBy(evidence))})
      </dd>
    </>
  ) : null;
}
