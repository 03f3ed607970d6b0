import {
  type TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { doraComplianceTranslationRef } from './doraComplianceTranslationRef';

/** Finds the texts of this plugin in the language of the app. */
export function useTranslation(): { t: Translate } {
  return useTranslationRef(doraComplianceTranslationRef);
}

/** Finds the text of a key, and fills in its parameters. */
export type Translate = TranslationFunction<
  (typeof doraComplianceTranslationRef)['T']
>;
