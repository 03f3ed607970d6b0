import { useApi } from '@backstage/core-plugin-api';
import { Alert, Button, Flex } from '@backstage/ui';
import type { InventoryParams } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  saveFile,
  useErrorMessage,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { RiDownloadLine } from '@remixicon/react';
import { useState } from 'react';
import { useTranslation } from '../translation/useTranslation';

/** Saves all pages that the filters find as a CSV file. */
export function ExportButton(props: {
  query: InventoryParams;
  total: number | undefined;
}) {
  const { query, total } = props;
  const { t } = useTranslation();
  const explain = useErrorMessage();
  const api = useApi(doraComplianceApiRef);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<Error>();
  const save = async () => {
    setPending(true);
    setError(undefined);
    try {
      const day = new Date().toISOString().slice(0, 10);
      saveFile(
        await api.exportInventory(query),
        `ict-inventory-${day}.csv`,
        'text/csv',
      );
    } catch (caught) {
      setError(caught as Error);
    } finally {
      setPending(false);
    }
  };
  return (
    <Flex direction="column" gap="2" align="end">
      <Button
        variant="secondary"
        iconStart={<RiDownloadLine aria-hidden />}
        isPending={isPending}
        isDisabled={!total}
        onPress={save}
      >
        {total === undefined
          ? t('inventory.export')
          : t('inventory.exportCount', { amount: total })}
      </Button>
      {error && (
        <Alert
          status="danger"
          icon
          title={t('inventory.exportFailed')}
          description={explain(error)}
        />
      )}
    </Flex>
  );
}
