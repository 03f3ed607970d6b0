import { useApi } from '@backstage/core-plugin-api';
import {
  listManualFields,
  type ManualEvidenceType,
  type RecordRequest,
  type ReferencedDocument,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { doraComplianceApiRef } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useState } from 'react';
import { useTranslation } from '../translation/useTranslation';
import { cleanContent } from './cleanContent';
import { listMissing } from './listMissing';
import type { Content } from './ManualFields';
import { useManualTexts } from './useManualTexts';

/** What is recorded about which asset, and what then happens. */
export type RecordProps = {
  entityRef: string;
  /** What can be recorded, the most useful first. */
  types: readonly ManualEvidenceType[];
  onClose: () => void;
  /** Called when it was stored. */
  onRecorded: () => void;
};

/** What is filled in. */
export type Form = {
  type: ManualEvidenceType;
  performedOn: string;
  content: Content;
  documents: readonly ReferencedDocument[];
  summary: string;
};

/** The state of a form for evidence, and how it is recorded. */
export function useRecord({
  entityRef,
  types,
  onClose,
  onRecorded,
}: RecordProps) {
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
  const [isTried, setTried] = useState(false);
  const nameMissing = useMissing();
  const missing = nameMissing(form);
  const record = async () => {
    setTried(true);
    setError(undefined);
    if (missing.length > 0) {
      return;
    }
    setPending(true);
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
    // Empty fields are named only after the first attempt to record.
    missing: isTried ? missing : [],
  };
}

/** Names the required fields of a form that are still empty. */
function useMissing() {
  const { t } = useTranslation();
  const { nameField } = useManualTexts();
  return ({ type, performedOn, content }: Form) => [
    ...(performedOn ? [] : [t('manual.performedOn')]),
    ...listMissing(listManualFields(type), content).map(field =>
      nameField(field, []),
    ),
  ];
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
