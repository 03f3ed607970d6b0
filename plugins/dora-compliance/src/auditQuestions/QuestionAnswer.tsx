import { Link, Text } from '@backstage/ui';
import { useTranslation } from '../translation/useTranslation';
import { ExportAnswer } from './ExportAnswer';
import { Provisions } from './Provisions';
import { QuestionTexts } from './QuestionItem';
import { ResultList } from '../results/ResultList';
import type { ShownQuestion } from './useQuestionsAddress';
import styles from './auditQuestions.module.css';

/** The results that answer a question, and what the answer leaves out. */
export function QuestionAnswer({ question, query }: ShownQuestion) {
  const { t } = useTranslation();
  return (
    <>
      <Link href="?">{t('auditQuestions.all')}</Link>
      <div className={styles.heading}>
        <Text as="h2" variant="title-small" weight="bold">
          {t(`auditQuestions.question.${question.id}`)}
        </Text>
        <ExportAnswer name={question.id} answer={{ in: 'results', query }} />
      </div>
      <QuestionTexts question={question} />
      <Provisions {...question} />
      <ResultList query={query} />
    </>
  );
}
