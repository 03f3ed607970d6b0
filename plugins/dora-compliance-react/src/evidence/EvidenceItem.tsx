import { Button, Flex } from '@backstage/ui';
import { useState } from 'react';
import { ToneBadge } from '../status/ToneBadge';
import styles from './evidence.module.css';
import { DocumentFacts, EvidenceFacts } from './EvidenceFacts';
import { RawDocument } from './RawDocument';
import type { EvidenceDocument } from './useEvidence';

/** A document: what it says in one line, and on demand all of it. */
export function EvidenceItem(props: {
  entityRef: string;
  document: EvidenceDocument;
}) {
  const { entityRef, document } = props;
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className={styles.line}>
        <button
          type="button"
          className={styles.summary}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <span aria-hidden>{open ? '▾' : '▸'}</span>
          {document.evidence.map(({ title }) => title).join('; ')}
        </button>
        <Marks document={document} />
      </div>
      {open && <Details entityRef={entityRef} document={document} />}
    </>
  );
}

/** What makes it less than proven evidence that came in time. */
function Marks({ document: { evidence } }: { document: EvidenceDocument }) {
  const is = (level: string) =>
    evidence.some(({ verification }) => verification === level);
  const isBackfilled = evidence[0]?.document.origin === 'back-filled';
  return (
    <>
      {is('unverified') && (
        <ToneBadge tone="warning">Origin not proven</ToneBadge>
      )}
      {is('late') && <ToneBadge tone="warning">Late, not confirmed</ToneBadge>}
      {isBackfilled && <ToneBadge tone="neutral">Backfilled</ToneBadge>}
    </>
  );
}

function Details(props: { entityRef: string; document: EvidenceDocument }) {
  const { entityRef, document } = props;
  const { evidence, digest } = document;
  const [raw, setRaw] = useState(false);
  return (
    <Flex direction="column" gap="3" pl="4" pb="3">
      {evidence.map(item => (
        <EvidenceFacts
          key={item.id}
          evidence={item}
          isNamed={evidence.length > 1}
        />
      ))}
      {evidence[0] && <DocumentFacts document={evidence[0].document} />}
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
      {raw && <RawDocument entityRef={entityRef} digest={digest} />}
    </Flex>
  );
}
