import { Content, Header, Page } from '@backstage/core-components';
import { InventoryContent } from './InventoryContent';

/** The page with the shell of the legacy frontend system. */
export function InventoryPage() {
  return (
    <Page themeId="tool">
      <Header title="ICT inventory" />
      <Content noPadding>
        <InventoryContent />
      </Content>
    </Page>
  );
}
