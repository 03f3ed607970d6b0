import type { Redaction } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTranslation } from '../translation/useTranslation';
import styles from './evidence.module.css';

/** How many values were removed from a document, and on demand which ones. */
export function RedactionList(props: { redactions: readonly Redaction[] }) {
  const { redactions } = props;
  const { t } = useTranslation();
  return (
    <details className={styles.redactions}>
      <summary>
        {t('evidence.redactions', { count: redactions.length })}
      </summary>
      <ul>
        {redactions.map(({ pointer, rule }) => (
          <li key={`${pointer} ${rule}`}>
            {t('evidence.redaction', {
              pointer: <code>{pointer || t('evidence.wholeDocument')}</code>,
              rule,
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
