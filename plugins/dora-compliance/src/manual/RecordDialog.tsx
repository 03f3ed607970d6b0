import { useApi } from '@backstage/core-plugin-api';
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
  type RecordRequest,
  type ReferencedDocument,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  useErrorMessage,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useState } from 'react';
import surface from '../page/surface.module.css';
import { useTranslation } from '../translation/useTranslation';
import { cleanContent } from './cleanContent';
import { Documents } from './Documents';
import { type Content, ManualFields } from './ManualFields';
import { useManualTexts } from './useManualTexts';

type RecordProps = {
  entityRef: string;
  /** What can be recorded, the most useful first. */
  types: readonly ManualEvidenceType[];
  onClose: () => void;
  /** Called when it was stored. */
  onRecorded: () => void;
};

/** A form for evidence that no CI system has. */
export function RecordDialog(props: RecordProps) {
  const { types, onClose } = props;
  const { t } = useTranslation();
  const { form, change, record, isPending, error } = useRecord(props);
  return (
    <Dialog
      isOpen
      isDismissable
      onOpenChange={isOpen => !isOpen && onClose()}
      width={640}
    >
      <DialogHeader>{t('manual.title')}</DialogHeader>
      <DialogBody className={surface.surface}>
        <RecordForm form={form} types={types} change={change} error={error} />
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('manual.cancel')}
        </Button>
        <Button
          variant="primary"
          isPending={isPending}
          isDisabled={!form.performedOn}
          onPress={record}
        >
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
}: {
  form: Form;
  types: readonly ManualEvidenceType[];
  change: (more: Partial<Form>) => void;
  error: Error | undefined;
}) {
  const { t } = useTranslation();
  const { nameType } = useManualTexts();
  const explain = useErrorMessage();
  return (
    <Flex direction="column" gap="4">
      {error && (
        <Alert
          status="danger"
          icon
          title={t('manual.failed')}
          description={explain(error)}
        />
      )}
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

type Form = {
  type: ManualEvidenceType;
  performedOn: string;
  content: Content;
  documents: readonly ReferencedDocument[];
  summary: string;
};

function useRecord({ entityRef, types, onClose, onRecorded }: RecordProps) {
  const api = useApi(doraComplianceApiRef);
  const [form, setForm] = useState<Form>({
    type: types[0]!,
    performedOn: '',
    content: {},
    documents: [],
    summary: '',
  });
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<Error>();
  const record = async () => {
    setPending(true);
    setError(undefined);
    try {
      await api.recordEvidence(entityRef, toRequest(form));
      onRecorded();
      onClose();
    } catch (caught) {
      setError(caught as Error);
      setPending(false);
    }
  };
  return {
    form,
    change: (more: Partial<Form>) => setForm(last => ({ ...last, ...more })),
    record,
    isPending,
    error,
  };
}

function toRequest({ type, performedOn, documents, ...form }: Form) {
  const summary = form.summary.trim();
  return {
    type,
    performedOn,
    documents: [...documents],
    ...(summary && { summary }),
    content: cleanContent(listManualFields(type), form.content),
  } as RecordRequest;
}
