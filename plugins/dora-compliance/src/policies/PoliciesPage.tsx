import { Content, Header, Page } from '@backstage/core-components';
import { useTranslation } from '../translation/useTranslation';
import { PoliciesContent } from './PoliciesContent';

/** The page with the shell of the legacy frontend system. */
export function PoliciesPage() {
  const { t } = useTranslation();
  return (
    <Page themeId="tool">
      <Header title={t('policies.title')} />
      <Content noPadding>
        <PoliciesContent />
      </Content>
    </Page>
  );
}
