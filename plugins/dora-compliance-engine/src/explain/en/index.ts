import {
  areaTitles,
  englishRules,
  errorCodes,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Language } from '../language/Language';
import { advice } from './advice';
import { changeReasons } from './changeReasons';
import { checks } from './checks';
import { controlReasons } from './controlReasons';
import { errorDetails } from './errorDetails';
import { deployment, evidenceTitles } from './evidenceTitles';
import { gapAdvice } from './gapAdvice';
import { problemReasons } from './problemReasons';
import { record } from './record';
import { recordReasons } from './recordReasons';
import { sourceReasons } from './sourceReasons';
import { form } from './words';

/**
 * American English.
 *
 * @public
 */
export const english: Language = {
  tag: 'en',
  reasons: {
    ...changeReasons,
    ...controlReasons,
    ...problemReasons,
    ...recordReasons,
    ...sourceReasons,
  },
  unknownReason: code => `No sentence is known for "${code}".`,
  evidenceNotCounted: count =>
    form(count, {
      one: '1 piece of evidence was not counted, because its origin is not proven. With it, the result could be different.',
      other: `${count} pieces of evidence were not counted, because their origin is not proven. With them, the result could be different.`,
    }),
  worstOfSeveral({ alike, total, status, sentence }) {
    const what =
      status === 'not-satisfied' ? 'failed' : 'could not be assessed';
    const latest = alike > 1 ? '. The latest' : '';
    return `${alike} of ${total} production deployments ${what}${latest}: ${sentence}`;
  },
  checks,
  advice,
  gapAdvice,
  evidence: evidenceTitles,
  deployment,
  areas: areaTitles,
  record,
  rules: englishRules,
  errors: errorCodes,
  errorDetails,
};
