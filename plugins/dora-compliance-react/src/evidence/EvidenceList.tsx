import { Alert, Skeleton } from '@backstage/ui';
import type { Digest } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useErrorMessage } from '../loading/useErrorMessage';
import { useTranslation } from '../translation/useTranslation';
import styles from './evidence.module.css';
import { EvidenceItem } from './EvidenceItem';
import { useEvidence } from './useEvidence';

/**
 * Pieces of evidence by the documents they were read from: a line for each
 * document, numbered, and on demand all it says with the raw document.
 *
 * @public
 */
export function EvidenceList(props: {
  entityRef: string;
  ids: readonly Digest[];
}) {
  const { entityRef, ids } = props;
  const { t } = useTranslation();
  const explain = useErrorMessage();
  const loaded = useEvidence(entityRef, ids);
  if (!loaded) {
    return (
      <div role="status" aria-label={t('loading')}>
        <Skeleton width="100%" height={24} />
      </div>
    );
  }
  return (
    <>
      <ol className={styles.documents} aria-label={t('evidence.list')}>
        {loaded.documents.map(document => (
          <li key={document.digest}>
            <EvidenceItem entityRef={entityRef} document={document} />
          </li>
        ))}
      </ol>
      {loaded.failures.map(({ id, error }) => (
        <Alert
          key={id}
          status="danger"
          icon
          title={t('evidence.loadFailed')}
          description={explain(error)}
        />
      ))}
    </>
  );
}
