import type {
  ManualEvidenceType,
  ManualField,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { manualMessages } from '../translation/messages/manualMessages';
import { useTranslation } from '../translation/useTranslation';

type FieldName = keyof typeof manualMessages.field;
type ValueName = keyof typeof manualMessages.value;

/** What types, fields and values of manual evidence are called. */
export function useManualTexts() {
  const { t } = useTranslation();
  return {
    nameType: (type: ManualEvidenceType) => t(`manual.type.${type}`),
    nameField: ({ name }: ManualField, path: readonly string[]) =>
      path.length > 0
        ? t('manual.clause', { point: name })
        : t(`manual.field.${name as FieldName}`),
    /** The component library has the word in English only. */
    nameRequired: ({ isRequired }: ManualField) =>
      isRequired ? t('manual.required') : null,
    nameValue: (value: string) => t(`manual.value.${value as ValueName}`),
  };
}
