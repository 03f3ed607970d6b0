import { useApi } from '@backstage/core-plugin-api';
import { doraComplianceApiRef } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { SaveButton } from '../export/SaveButton';
import { useTranslation } from '../translation/useTranslation';
import type { Answer } from './questions';

/** Saves an answer as a CSV file. */
export function ExportAnswer(props: {
  /** That of the file, without its extension. */
  name: string;
  answer: Exclude<Answer, { in: 'sources' }>;
}) {
  const { name, answer } = props;
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  return (
    <SaveButton
      name={name}
      load={() =>
        answer.in === 'inventory'
          ? api.exportInventory(answer.filter)
          : api.exportResults(answer.query)
      }
      failed={t('auditQuestions.saveFailed')}
    >
      {t('auditQuestions.save')}
    </SaveButton>
  );
}
