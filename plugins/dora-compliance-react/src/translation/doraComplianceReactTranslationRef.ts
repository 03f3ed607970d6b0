import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { messages } from './messages';

/**
 * The texts of the components of this package: statuses, criticality, dates
 * and evidence. German is loaded when an app is in it.
 *
 * @public
 */
export const doraComplianceReactTranslationRef = createTranslationRef({
  id: 'dora-compliance-react',
  messages,
  translations: { de: () => import('./german/germanMessages') },
});
