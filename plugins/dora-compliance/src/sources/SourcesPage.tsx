import { Content, Header, Page } from '@backstage/core-components';
import { useTranslation } from '../translation/useTranslation';
import { SourcesContent } from './SourcesContent';

/** The page with the shell of the legacy frontend system. */
export function SourcesPage() {
  const { t } = useTranslation();
  return (
    <Page themeId="tool">
      <Header title={t('source.title')} />
      <Content noPadding>
        <SourcesContent />
      </Content>
    </Page>
  );
}
