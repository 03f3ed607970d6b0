import { Content, Header, Page } from '@backstage/core-components';
import { useTranslation } from '../translation/useTranslation';
import { ActionsContent } from './ActionsContent';

/** The page with the shell of the legacy frontend system. */
export function ActionsPage() {
  const { t } = useTranslation();
  return (
    <Page themeId="tool">
      <Header title={t('action.title')} />
      <Content noPadding>
        <ActionsContent />
      </Content>
    </Page>
  );
}
