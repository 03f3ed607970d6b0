import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Flex, Text } from '@backstage/ui';
import {
  evidenceRecordPermission,
  type ManualEvidenceType,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useState } from 'react';
import { useTranslation } from '../translation/useTranslation';
import { RecordDialog } from './RecordDialog';

/** Lets who may do so record evidence of some types. */
export function RecordEvidence(props: {
  entityRef: string;
  types: readonly ManualEvidenceType[];
  onRecorded?: () => void;
}) {
  const { entityRef, types, onRecorded } = props;
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [isRecorded, setRecorded] = useState(false);
  const { allowed } = usePermission({
    permission: evidenceRecordPermission,
    resourceRef: entityRef,
  });
  if (!allowed || types.length === 0) {
    return null;
  }
  return (
    <Flex align="center" gap="3">
      <Button
        size="small"
        variant="secondary"
        onPress={() => {
          setRecorded(false);
          setOpen(true);
        }}
      >
        {t('manual.title')}
      </Button>
      <Text role="status" variant="body-small" color="secondary">
        {isRecorded && t('manual.recorded')}
      </Text>
      {isOpen && (
        <RecordDialog
          entityRef={entityRef}
          types={types}
          onClose={() => setOpen(false)}
          onRecorded={() => {
            setRecorded(true);
            onRecorded?.();
          }}
        />
      )}
    </Flex>
  );
}
