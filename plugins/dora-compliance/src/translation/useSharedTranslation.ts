import {
  type TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { doraComplianceReactTranslationRef } from '@ict-assurance/backstage-plugin-dora-compliance-react';

/** Finds the texts that are shared with other plugins, such as statuses. */
export function useSharedTranslation(): { t: TranslateShared } {
  return useTranslationRef(doraComplianceReactTranslationRef);
}

/** Finds the shared text of a key, and fills in its parameters. */
export type TranslateShared = TranslationFunction<
  (typeof doraComplianceReactTranslationRef)['T']
>;
