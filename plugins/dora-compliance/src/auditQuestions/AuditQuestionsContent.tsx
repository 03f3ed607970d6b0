import { Container, Flex, Text } from '@backstage/ui';
import { PrintNote } from '../page/PrintNote';
import list from '../page/list.module.css';
import surface from '../page/surface.module.css';
import { useTranslation } from '../translation/useTranslation';
import { QuestionAnswer } from './QuestionAnswer';
import { QuestionItem } from './QuestionItem';
import { auditQuestions } from './questions';
import { useQuestionsAddress } from './useQuestionsAddress';

/** The questions of supervisors and auditors, or the answer to one of them. */
export function AuditQuestionsContent() {
  const { t } = useTranslation();
  const shown = useQuestionsAddress();
  return (
    <Container className={surface.surface}>
      <Flex direction="column" gap="4" py="4">
        <PrintNote />
        {shown ? (
          <QuestionAnswer key={JSON.stringify(shown.query)} {...shown} />
        ) : (
          <>
            <Text color="secondary">{t('auditQuestions.intro')}</Text>
            <ol className={list.items} aria-label={t('auditQuestions.title')}>
              {auditQuestions.map((question, place) => (
                <QuestionItem
                  key={question.id}
                  question={question}
                  number={place + 1}
                />
              ))}
            </ol>
          </>
        )}
        <Text variant="body-small" color="secondary">
          {t('compliance.disclaimer')}
        </Text>
      </Flex>
    </Container>
  );
}
