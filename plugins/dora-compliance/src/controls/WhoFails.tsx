import { useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import {
  type Control,
  ControlStatus,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { doraComplianceApiRef } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { ResultList } from '../results/ResultList';
import { SaveButton } from '../export/SaveButton';
import { useTranslation } from '../translation/useTranslation';
import styles from './controls.module.css';

/** Who passes and fails a control now, worst first, and all of it as CSV. */
export function WhoFails({ control }: { control: Control }) {
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  const title = t('controls.who');
  return (
    <section aria-label={title} className={styles.section}>
      <div className={styles.heading}>
        <Text as="h3" variant="title-x-small" weight="bold">
          {title}
        </Text>
        <SaveButton
          name={control.id}
          load={() =>
            api.exportResults({
              control: [control.id],
              status: ControlStatus.options,
            })
          }
          failed={t('auditQuestions.saveFailed')}
        >
          {t('auditQuestions.save')}
        </SaveButton>
      </div>
      <ResultList query={{ control: [control.id] }} isControlNamed />
    </section>
  );
}
