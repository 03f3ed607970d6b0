import { Button, DialogTrigger, Popover, Text } from '@backstage/ui';
import type { InventoryItemView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import surface from '../page/surface.module.css';
import { useTranslation } from '../translation/useTranslation';
import styles from './facts.module.css';

/** The controls that do not apply to a critical asset, and why. */
export function Exemption({ item }: { item: InventoryItemView }) {
  const { exemptFrom = [], criticality } = item;
  const { t } = useTranslation();
  if (criticality !== 'critical-or-important' || exemptFrom.length === 0) {
    return null;
  }
  const controls = exemptFrom.map(({ code, title }) =>
    t('compliance.control', { code, title }),
  );
  const words = t('inventory.exempt', { count: exemptFrom.length });
  return (
    <DialogTrigger>
      <Button
        variant="tertiary"
        size="small"
        className={styles.exempt}
        aria-label={t('inventory.exemptOf', { what: words, title: item.title })}
      >
        {words}
      </Button>
      <Popover aria-label={words}>
        <Text className={`${styles.popover} ${surface.surface}`}>
          {t('inventory.exemptExplanation', {
            type: item.type ?? '',
            controls,
          })}
        </Text>
      </Popover>
    </DialogTrigger>
  );
}
