import { Content, Header, Page } from '@backstage/core-components';
import { useTranslation } from '../translation/useTranslation';
import { InventoryContent } from './InventoryContent';

/** The page with the shell of the legacy frontend system. */
export function InventoryPage() {
  const { t } = useTranslation();
  return (
    <Page themeId="tool">
      <Header title={t('inventory.title')} />
      <Content noPadding>
        <InventoryContent />
      </Content>
    </Page>
  );
}
