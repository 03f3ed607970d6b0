import { Content, Header, Page } from '@backstage/core-components';
import { useTranslation } from '../translation/useTranslation';
import { ControlsContent } from './ControlsContent';

/** The page with the shell of the legacy frontend system. */
export function ControlsPage() {
  const { t } = useTranslation();
  return (
    <Page themeId="tool">
      <Header title={t('controls.title')} />
      <Content noPadding>
        <ControlsContent />
      </Content>
    </Page>
  );
}
