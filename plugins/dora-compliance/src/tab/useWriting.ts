import type { ParameterValue } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTranslation } from '../translation/useTranslation';

/** Writes values of parameters; `P7D` as `7 days`. */
export function useWriting(): (value: ParameterValue) => string {
  const { t } = useTranslation();
  return value => {
    const days = /^P(\d+)D$/.exec(String(value))?.[1];
    if (days) {
      return t('compliance.parameter.days', { count: Number(days) });
    }
    return Array.isArray(value) ? value.join(', ') : String(value);
  };
}
