import { Content, Header, Page } from '@backstage/core-components';
import { SourcesContent } from './SourcesContent';

/** The page with the shell of the legacy frontend system. */
export function SourcesPage() {
  return (
    <Page themeId="tool">
      <Header title="Evidence" />
      <Content noPadding>
        <SourcesContent />
      </Content>
    </Page>
  );
}
