import type { Redaction } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import styles from './evidence.module.css';

/** How much was removed from a document, and on demand where and why. */
export function RedactionList(props: { redactions: readonly Redaction[] }) {
  const { redactions } = props;
  const count = redactions.length;
  return (
    <details className={styles.redactions}>
      <summary>
        {count === 1 ? '1 value was' : `${count} values were`} removed before
        the document was stored
      </summary>
      <ul>
        {redactions.map(({ pointer, rule }) => (
          <li key={`${pointer} ${rule}`}>
            <code>{pointer || '(all of it)'}</code> ({rule})
          </li>
        ))}
      </ul>
    </details>
  );
}
