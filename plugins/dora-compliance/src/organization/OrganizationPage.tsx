import { Content, Header, Page } from '@backstage/core-components';
import { useTranslation } from '../translation/useTranslation';
import { OrganizationContent } from './OrganizationContent';

/** The page with the shell of the legacy frontend system. */
export function OrganizationPage() {
  const { t } = useTranslation();
  return (
    <Page themeId="tool">
      <Header title={t('organization.title')} />
      <Content noPadding>
        <OrganizationContent />
      </Content>
    </Page>
  );
}
