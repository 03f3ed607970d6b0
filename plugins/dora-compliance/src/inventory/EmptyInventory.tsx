import { Button, Flex, Text } from '@backstage/ui';
import { GuideLink } from '../page/GuideLink';
import { useTranslation } from '../translation/useTranslation';
import {
  firstPage,
  type InventoryAddress,
  isFiltered,
  type useInventoryAddress,
} from './useInventoryAddress';
import styles from './inventory.module.css';

/** Why the list is empty, and what to do. */
export function EmptyInventory(props: {
  address: InventoryAddress;
  change: ReturnType<typeof useInventoryAddress>['change'];
}) {
  const { address, change } = props;
  const { t } = useTranslation();
  if (!isFiltered(address)) {
    return (
      <div className={styles.empty}>
        <Text as="h2" variant="title-x-small" weight="bold">
          <span role="status">{t('inventory.empty')}</span>
        </Text>
        <Text>{t('inventory.emptyExplanation')}</Text>
        <GuideLink guide="record" />
      </div>
    );
  }
  return (
    <Flex direction="column" gap="2" py="4" align="start">
      <Text weight="bold">{t('inventory.noMatch')}</Text>
      <Text>{t('inventory.noMatchExplanation')}</Text>
      <Button
        variant="secondary"
        onPress={() => change({ filter: {}, search: '', ...firstPage })}
      >
        {t('inventory.showAll')}
      </Button>
    </Flex>
  );
}
