import { errorApiRef, translationApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, MockErrorApi } from '@backstage/test-utils';
import { doraComplianceReactTranslationRef } from '../translation/doraComplianceReactTranslationRef';
import type { Translate } from '../translation/useTranslation';

/** What a component needs to find its texts, in English. */
export const textApis = [
  [translationApiRef, mockApis.translation()],
  [errorApiRef, new MockErrorApi()],
] as const;

/** Finds the English texts outside of components. */
export function englishTexts(): Translate {
  const translation = mockApis
    .translation()
    .getTranslation(doraComplianceReactTranslationRef);
  if (!translation.ready) {
    throw new Error('English texts need no loading');
  }
  return translation.t;
}
