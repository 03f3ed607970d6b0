import { Text } from '@backstage/ui';
import type { Control } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTranslation } from '../translation/useTranslation';
import { Section } from './Section';
import styles from './tab.module.css';

/** What the provisions ask and a control does not assess. */
export function NotCovered({ control }: { control: Control }) {
  const { notCovered = [] } = control;
  const { t } = useTranslation();
  return notCovered.length > 0 ? (
    <Section title={t('compliance.notCovered')}>
      <ul className={styles.sentences}>
        {notCovered.map(sentence => (
          <li key={sentence}>
            <Text>{sentence}</Text>
          </li>
        ))}
      </ul>
    </Section>
  ) : null;
}
