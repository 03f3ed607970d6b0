import { Text } from '@backstage/ui';
import type { DocumentView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { RelativeTime } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { ReactNode } from 'react';
import { useSharedTranslation } from '../translation/useSharedTranslation';
import { useTranslation } from '../translation/useTranslation';
import { Fact } from './Fact';
import styles from './sources.module.css';

/** The beginning of a digest, enough to distinguish documents. */
export function shortDigest(digest: string): string {
  return `${digest.slice(0, 'sha256:'.length + 12)}…`;
}

/** A document that could not be read, or only in part, and the reason. */
export function DocumentItem(props: {
  view: DocumentView;
  /** What can be done about it. */
  action?: ReactNode;
}) {
  const { view, action } = props;
  const { document, rejection, flaws = [] } = view;
  const { t } = useTranslation();
  const { t: shared } = useSharedTranslation();
  return (
    <>
      <div className={styles.body}>
        {rejection !== undefined && (
          <Text weight="bold">
            {rejection || t('sourceAction.document.noReason')}
          </Text>
        )}
        {flaws.length > 0 && (
          <ul aria-label={t('sourceAction.document.flaws')}>
            {flaws.map(flaw => (
              <li key={flaw}>{flaw}</li>
            ))}
          </ul>
        )}
        <dl className={styles.facts}>
          <Fact title={t('sourceAction.document.received')}>
            <RelativeTime instant={document.receivedAt} />
          </Fact>
          <Fact title={t('sourceAction.document.origin')}>
            {t('sourceAction.document.originAndVerification', {
              origin: shared(`evidence.origin.${document.origin}`),
              verification: shared(
                `evidence.verification.${document.verification}`,
              ),
            })}
          </Fact>
          <Fact title={t('sourceAction.document.size')}>
            {document.size === undefined
              ? t('sourceAction.document.unknownSize')
              : t('sourceAction.document.bytes', { count: document.size })}
          </Fact>
          <Fact title={t('sourceAction.document.digest')}>
            <code title={document.digest}>{shortDigest(document.digest)}</code>
          </Fact>
        </dl>
      </div>
      {action}
    </>
  );
}
