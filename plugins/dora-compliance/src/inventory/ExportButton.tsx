import { useApi } from '@backstage/core-plugin-api';
import type { InventoryParams } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { doraComplianceApiRef } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { SaveButton } from '../export/SaveButton';
import { useTranslation } from '../translation/useTranslation';

/** Saves all pages that the filters find as a CSV file. */
export function ExportButton(props: {
  query: InventoryParams;
  total: number | undefined;
}) {
  const { query, total } = props;
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  return (
    <SaveButton
      name="ict-inventory"
      load={() => api.exportInventory(query)}
      failed={t('inventory.exportFailed')}
      isDisabled={!total}
    >
      {total === undefined
        ? t('inventory.export')
        : t('inventory.exportCount', { amount: total })}
    </SaveButton>
  );
}
