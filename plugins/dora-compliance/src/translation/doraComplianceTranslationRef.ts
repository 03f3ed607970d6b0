import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from './messages';

/**
 * The texts of the pages, tabs and cards of this plugin. German is loaded when an
 * app is in it.
 *
 * @public
 */
export const doraComplianceTranslationRef = createTranslationRef({
  id: 'dora-compliance',
  messages,
  translations: { de: () => import('./german/germanMessages') },
});

/** A part of the texts that has the title of a page. */
export type PageMessages = {
  [Key in keyof typeof messages]: (typeof messages)[Key] extends {
    title: string;
  }
    ? Key
    : never;
}[keyof typeof messages];
