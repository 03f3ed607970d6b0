import { Container, Flex, Text } from '@backstage/ui';
import { PrintNote } from '../page/PrintNote';
import list from '../page/list.module.css';
import surface from '../page/surface.module.css';
import { useTranslation } from '../translation/useTranslation';
import { QuestionAnswer } from './QuestionAnswer';
import { QuestionItem } from './QuestionItem';
import { auditQuestions } from './questions';
import { useQuestionsAddress } from './useQuestionsAddress';
import { WeaknessAnswer } from './WeaknessAnswer';
import { weaknesses } from './weaknesses';
import { WeaknessItem } from './WeaknessItem';

/** The questions of supervisors and auditors, or the answer to one of them. */
export function AuditQuestionsContent() {
  const { t } = useTranslation();
  const shown = useQuestionsAddress();
  return (
    <Container className={surface.surface}>
      <Flex direction="column" gap="4" py="4">
        <PrintNote />
        {shown && 'weakness' in shown && (
          <WeaknessAnswer key={shown.weakness.id} {...shown.weakness} />
        )}
        {shown && 'question' in shown && (
          <QuestionAnswer key={JSON.stringify(shown.query)} {...shown} />
        )}
        {!shown && (
          <>
            <Text as="h2" variant="title-small" weight="bold">
              {t('auditQuestions.questions')}
            </Text>
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
            <Text as="h2" variant="title-small" weight="bold">
              {t('auditQuestions.weaknesses')}
            </Text>
            <Text color="secondary">{t('auditQuestions.aboutWeaknesses')}</Text>
            <ul
              className={list.items}
              aria-label={t('auditQuestions.weaknesses')}
            >
              {weaknesses.map(weakness => (
                <WeaknessItem key={weakness.id} weakness={weakness} />
              ))}
            </ul>
          </>
        )}
        <Text variant="body-small" color="secondary">
          {t('compliance.disclaimer')}
        </Text>
      </Flex>
    </Container>
  );
}
