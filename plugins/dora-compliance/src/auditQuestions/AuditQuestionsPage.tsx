import { Content, Header, Page } from '@backstage/core-components';
import { useTranslation } from '../translation/useTranslation';
import { AuditQuestionsContent } from './AuditQuestionsContent';

/** The page with the shell of the legacy frontend system. */
export function AuditQuestionsPage() {
  const { t } = useTranslation();
  return (
    <Page themeId="tool">
      <Header title={t('auditQuestions.title')} />
      <Content noPadding>
        <AuditQuestionsContent />
      </Content>
    </Page>
  );
}
