import { Text } from '@backstage/ui';
import type { Control } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import tab from '../tab/tab.module.css';
import { useTranslation } from '../translation/useTranslation';
import styles from './controls.module.css';

/** What a control requires in words, each with the expression that is evaluated. */
export function Requirements({ control }: { control: Control }) {
  const { t } = useTranslation();
  return (
    <ul className={tab.sentences}>
      {control.assess.map(({ id, text, assert, population }) => {
        const { each } = population ?? control.population;
        return (
          <li key={id}>
            <Text as="p">{text}</Text>
            <details className={styles.details}>
              <summary>{t('controls.expression')}</summary>
              <Text as="p" color="secondary">
                {t('controls.forEach', { member: <code>{each}</code> })}
              </Text>
              <code>{assert}</code>
            </details>
          </li>
        );
      })}
    </ul>
  );
}
