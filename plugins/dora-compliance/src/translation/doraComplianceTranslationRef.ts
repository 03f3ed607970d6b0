import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { complianceMessages } from './messages/complianceMessages';
import { declaredMessages } from './messages/declaredMessages';
import { dependenciesMessages } from './messages/dependenciesMessages';
import { failureMessages } from './messages/failureMessages';
import { guideMessages } from './messages/guideMessages';
import { inventoryMessages } from './messages/inventoryMessages';
import { listMessages } from './messages/listMessages';
import { pipelinesMessages } from './messages/pipelinesMessages';
import { recordMessages } from './messages/recordMessages';
import { scorecardMessages } from './messages/scorecardMessages';
import { sourceActionMessages } from './messages/sourceActionMessages';
import { sourceMessages } from './messages/sourceMessages';

const messages = {
  loading: 'Loading',
  number: '{{value, number}}',
  // Joins short texts of equal rank.
  joined: '{{parts, list(type: unit; style: short)}}',
  compliance: complianceMessages,
  declared: declaredMessages,
  dependencies: dependenciesMessages,
  failure: failureMessages,
  guide: guideMessages,
  inventory: inventoryMessages,
  list: listMessages,
  pipelines: pipelinesMessages,
  record: recordMessages,
  scorecard: scorecardMessages,
  source: sourceMessages,
  sourceAction: sourceActionMessages,
} as const;

/**
 * The texts of the pages, tabs and cards of this plugin.
 *
 * @public
 */
export const doraComplianceTranslationRef = createTranslationRef({
  id: 'dora-compliance',
  messages,
});

/** A part of the texts that has the title of a page. */
export type PageMessages = {
  [Key in keyof typeof messages]: (typeof messages)[Key] extends {
    title: string;
  }
    ? Key
    : never;
}[keyof typeof messages];
