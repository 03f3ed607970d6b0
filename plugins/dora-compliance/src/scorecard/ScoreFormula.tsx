import { Text } from '@backstage/ui';
import { useTranslation } from '../translation/useTranslation';
import styles from './scorecard.module.css';

/** How the two numbers are computed, so that anybody can do it again. */
export function ScoreFormula({ version }: { version: number }) {
  const { t } = useTranslation();
  return (
    <details className={styles.formula}>
      <summary>{t('scorecard.formula', { version })}</summary>
      <Text as="p">{t('scorecard.formulaCoverage')}</Text>
      <Text as="p">{t('scorecard.formulaCompliance')}</Text>
    </details>
  );
}
