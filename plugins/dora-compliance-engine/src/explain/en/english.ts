import {
  areaTitles,
  englishRules,
  errorCodes,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { builtIn } from '../../registry/builtIn';
import { addWords } from '../addWords';
import type { Language } from '../language/Language';
import { advice } from './advice';
import { controlReasons } from './controlReasons';
import { errorDetails } from './errorDetails';
import { deployment, evidenceTitles } from './evidenceTitles';
import { gapAdvice } from './gapAdvice';
import { lineageReasons } from './lineageReasons';
import { nameMembers } from './members';
import { notifications } from './notifications';
import { outlook } from './outlook';
import { populationReasons } from './populationReasons';
import { problemReasons } from './problemReasons';
import { record } from './record';
import { sourceReasons } from './sourceReasons';
import { who } from './who';
import { form, moment } from './words';

/** Without the sentences that judgements bring. */
const base: Language = {
  tag: 'en',
  reasons: {
    ...controlReasons,
    ...lineageReasons,
    ...populationReasons,
    ...problemReasons,
    ...sourceReasons,
  },
  unknownReason: code => `No sentence is known for "${code}".`,
  evidenceNotCounted: count =>
    form(count, {
      one: '1 piece of evidence was not counted, because its origin is not proven. With it, the result could be different.',
      other: `${count} pieces of evidence were not counted, because their origin is not proven. With them, the result could be different.`,
    }),
  worstOfSeveral({ alike, total, kind, status, sentence }) {
    const what = {
      'not-satisfied': 'failed',
      'not-assessed': 'could not be assessed',
      'risk-accepted': 'failed, and the risk is accepted',
    }[status];
    const latest = alike > 1 ? '. The latest' : '';
    return `${alike} of ${total} ${
      nameMembers(kind).other
    } ${what}${latest}: ${sentence}`;
  },
  checks: {},
  advice,
  gapAdvice,
  notifications,
  outlook,
  who,
  evidence: evidenceTitles,
  deployment,
  interval: ({ from, to }) => `${moment(from)} to ${moment(to)}`,
  areas: areaTitles,
  record,
  rules: englishRules,
  errors: errorCodes,
  errorDetails,
};

/**
 * American English.
 *
 * @public
 */
export const english: Language = addWords(base, builtIn.judgements.values());
