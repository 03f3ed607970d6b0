import { Text } from '@backstage/ui';
import {
  type Tone,
  ToneBadge,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import list from '../page/list.module.css';
import { useTranslation } from '../translation/useTranslation';
import { AnswerLink } from './AnswerLink';
import { ExportAnswer } from './ExportAnswer';
import { Provisions } from './Provisions';
import { type AuditQuestion, measureExtent } from './questions';
import styles from './auditQuestions.module.css';

const tones: Readonly<Record<ReturnType<typeof measureExtent>, Tone>> = {
  whole: 'success',
  part: 'info',
};

/** A question, how it is answered, what is missing, and the way to the answer. */
export function QuestionItem(props: {
  question: AuditQuestion;
  number: number;
}) {
  const { question, number } = props;
  const { answer, more = [] } = question;
  const { t } = useTranslation();
  const extent = measureExtent(question);
  return (
    <li className={list.item}>
      <div className={list.line}>
        <Text variant="body-small" color="secondary">
          {t('auditQuestions.number', { number })}
        </Text>
        <ToneBadge tone={tones[extent]}>
          {t(`auditQuestions.extent.${extent}`)}
        </ToneBadge>
      </div>
      <Text as="h3" variant="title-x-small" weight="bold">
        {t(`auditQuestions.question.${question.id}`)}
      </Text>
      <QuestionTexts question={question} />
      <Provisions {...question} />
      <div className={styles.actions}>
        <AnswerLink
          question={question}
          answer={answer}
          label={t('auditQuestions.showOf', { number })}
        >
          {t('auditQuestions.show')}
        </AnswerLink>
        <ExportAnswer name={question.id} answer={answer} />
      </div>
      {more.length > 0 && (
        <div className={list.line}>
          <Text>{t('auditQuestions.also')}</Text>
          {more.map(one => (
            <AnswerLink key={one.name} question={question} {...one}>
              {t(`auditQuestions.more.${one.name}`)}
            </AnswerLink>
          ))}
        </div>
      )}
    </li>
  );
}

/** How a question is answered, and what is missing, in words. */
export function QuestionTexts({ question }: { question: AuditQuestion }) {
  const { answer, missing } = question;
  const { t } = useTranslation();
  return (
    <>
      <Text>{t(`auditQuestions.answer.${answer.text}`)}</Text>
      {missing && (
        <Text>
          <Text as="span" weight="bold">
            {t('auditQuestions.missingTitle')}
          </Text>{' '}
          {t(`auditQuestions.missing.${missing}`)}
        </Text>
      )}
    </>
  );
}
