import { Link, Text } from '@backstage/ui';
import { ResultList } from '../results/ResultList';
import { useTranslation } from '../translation/useTranslation';
import { ExportAnswer } from './ExportAnswer';
import type { Weakness } from './weaknesses';
import styles from './auditQuestions.module.css';

/** The results of the controls that show a weakness. */
export function WeaknessAnswer({ id, query }: Weakness) {
  const { t } = useTranslation();
  return (
    <>
      <Link href="?">{t('auditQuestions.all')}</Link>
      <div className={styles.heading}>
        <Text as="h2" variant="title-small" weight="bold">
          {t(`auditQuestions.weakness.${id}`)}
        </Text>
        <ExportAnswer name={id} answer={{ in: 'results', query }} />
      </div>
      <Text>{t(`auditQuestions.shownBy.${id}`)}</Text>
      <ResultList query={query} />
    </>
  );
}
