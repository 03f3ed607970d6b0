import { Button, Flex } from '@backstage/ui';
import { useState } from 'react';
import { ToneBadge } from '../status/ToneBadge';
import { useTranslation } from '../translation/useTranslation';
import styles from './evidence.module.css';
import { DocumentFacts, EvidenceFacts } from './EvidenceFacts';
import { RawDocument } from './RawDocument';
import type { EvidenceDocument } from './useEvidence';

/**
 * A document: its evidence in one line, and on demand all details.
 *
 * @public
 */
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

/** What limits the value of the evidence. */
function Marks({ document: { evidence } }: { document: EvidenceDocument }) {
  const { t } = useTranslation();
  const is = (level: string) =>
    evidence.some(({ verification }) => verification === level);
  const isBackfilled = evidence[0]?.document.origin === 'back-filled';
  return (
    <>
      {is('unverified') && (
        <ToneBadge tone="warning">{t('evidence.badge.unverified')}</ToneBadge>
      )}
      {is('late') && (
        <ToneBadge tone="warning">{t('evidence.badge.late')}</ToneBadge>
      )}
      {isBackfilled && (
        <ToneBadge tone="neutral">{t('evidence.badge.backfilled')}</ToneBadge>
      )}
    </>
  );
}

function Details(props: { entityRef: string; document: EvidenceDocument }) {
  const { entityRef, document } = props;
  const { evidence, digest } = document;
  const { t } = useTranslation();
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
          {raw ? t('evidence.raw.hide') : t('evidence.raw.show')}
        </Button>
      </Flex>
      {raw && <RawDocument entityRef={entityRef} digest={digest} />}
    </Flex>
  );
}
