import type { TranslationRef } from '@backstage/frontend-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import { doraComplianceReactTranslationRef } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { doraComplianceTranslationRef } from '../translation/doraComplianceTranslationRef';
import type { TranslateShared } from '../translation/useSharedTranslation';
import type { Translate } from '../translation/useTranslation';

/** Finds the English texts outside of components. */
export function englishTexts(): { t: Translate; shared: TranslateShared } {
  return {
    t: find(doraComplianceTranslationRef),
    shared: find(doraComplianceReactTranslationRef),
  };
}

function find<T extends Record<string, string>>(
  ref: TranslationRef<string, T>,
) {
  const translation = mockApis.translation().getTranslation(ref);
  if (!translation.ready) {
    throw new Error('English texts need no loading');
  }
  return translation.t;
}
