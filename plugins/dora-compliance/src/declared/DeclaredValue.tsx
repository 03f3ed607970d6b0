import { useTimeFormat } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useTranslation } from '../translation/useTranslation';

/** A declared value as text: lists, and subcontractors with name and rank. */
export function DeclaredValue({ value }: { value: unknown }) {
  const { t } = useTranslation();
  const { formatDuration } = useTimeFormat();
  const format = (part: unknown): string => {
    if (Array.isArray(part)) {
      return part.length === 0
        ? t('declared.none')
        : t('joined', { parts: part.map(format) });
    }
    if (typeof part === 'object' && part !== null) {
      return Object.values(part).map(String).join(' · ');
    }
    if (typeof part === 'boolean') {
      return part ? t('declared.yes') : t('declared.no');
    }
    return formatDuration(String(part));
  };
  return <>{format(value)}</>;
}
