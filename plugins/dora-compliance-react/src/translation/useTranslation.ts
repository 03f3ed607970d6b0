import {
  type TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { doraComplianceReactTranslationRef } from './doraComplianceReactTranslationRef';

/** Finds the texts of this package in the language of the app. */
export function useTranslation(): { t: Translate } {
  return useTranslationRef(doraComplianceReactTranslationRef);
}

/** Finds the text of a key, and fills in its parameters. */
export type Translate = TranslationFunction<
  (typeof doraComplianceReactTranslationRef)['T']
>;
