import { useCallback } from 'react';
import { useTranslation } from '../translation/useTranslation';
import { explainError } from './explainError';

/**
 * Says what went wrong, in the language of the app. A message of the backend
 * is shown as it is.
 *
 * @public
 */
export function useErrorMessage(): (error: Error) => string {
  const { t } = useTranslation();
  return useCallback(error => explainError(error, t), [t]);
}
