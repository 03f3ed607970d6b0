import { useMemo } from 'react';
import { useTranslation } from '../translation/useTranslation';
import { createTimeFormat, type TimeFormat } from './createTimeFormat';

/**
 * The formats of times in the language of the app.
 *
 * @public
 */
export function useTimeFormat(): TimeFormat {
  const { t } = useTranslation();
  return useMemo(() => createTimeFormat(t), [t]);
}
