import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Select,
  Text,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import {
  listManualFields,
  type ManualEvidenceType,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useErrorMessage } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import surface from '../page/surface.module.css';
import { useTranslation } from '../translation/useTranslation';
import { Documents } from './Documents';
import { ManualFields } from './ManualFields';
import { useManualTexts } from './useManualTexts';
import { type Form, type RecordProps, useRecord } from './useRecord';

/** A form for evidence that no CI system has. */
export function RecordDialog(props: RecordProps) {
  const { types, onClose } = props;
  const { t } = useTranslation();
  const { form, change, record, isPending, error, missing } = useRecord(props);
  return (
    <Dialog
      isOpen
      isDismissable
      onOpenChange={isOpen => !isOpen && onClose()}
      width={640}
    >
      <DialogHeader>{t('manual.title')}</DialogHeader>
      <DialogBody className={surface.surface}>
        <RecordForm
          form={form}
          types={types}
          change={change}
          error={error}
          missing={missing}
        />
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('manual.cancel')}
        </Button>
        <Button variant="primary" isPending={isPending} onPress={record}>
          {t('manual.record')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function RecordForm({
  form,
  types,
  change,
  error,
  missing,
}: {
  form: Form;
  types: readonly ManualEvidenceType[];
  change: (more: Partial<Form>) => void;
  error: Error | undefined;
  missing: readonly string[];
}) {
  const { t } = useTranslation();
  const { nameType } = useManualTexts();
  return (
    <Flex direction="column" gap="4">
      <Problems error={error} missing={missing} />
      <Text color="secondary">{t('manual.statement')}</Text>
      <Select
        label={t('manual.what')}
        value={form.type}
        onChange={type =>
          change({ type: type as ManualEvidenceType, content: {} })
        }
        options={types.map(id => ({ id, label: nameType(id) }))}
      />
      <TextField
        label={t('manual.performedOn')}
        type={'date' as 'text'}
        isRequired
        secondaryLabel={t('manual.required')}
        value={form.performedOn}
        onChange={performedOn => change({ performedOn })}
      />
      <ManualFields
        fields={listManualFields(form.type)}
        content={form.content}
        onChange={content => change({ content })}
      />
      <Documents
        documents={form.documents}
        onChange={documents => change({ documents })}
      />
      <TextAreaField
        label={t('manual.summary')}
        value={form.summary}
        maxLength={2000}
        onChange={summary => change({ summary })}
      />
    </Flex>
  );
}

/** What keeps the form from being recorded. */
function Problems(props: {
  error: Error | undefined;
  missing: readonly string[];
}) {
  const { error, missing } = props;
  const { t } = useTranslation();
  const explain = useErrorMessage();
  return (
    <>
      {error && (
        <Alert
          status="danger"
          icon
          role="alert"
          title={t('manual.failed')}
          description={explain(error)}
        />
      )}
      {missing.length > 0 && (
        <Alert
          status="warning"
          icon
          role="alert"
          title={t('manual.missing', { fields: [...missing] })}
        />
      )}
    </>
  );
}
