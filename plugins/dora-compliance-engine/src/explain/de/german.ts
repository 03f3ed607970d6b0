import { builtIn } from '../../registry/builtIn';
import { addWords } from '../addWords';
import type { Language } from '../language/Language';
import { advice } from './advice';
import { controlReasons } from './controlReasons';
import { errorDetails } from './errorDetails';
import { errors } from './errors';
import { deployment, evidenceTitles } from './evidenceTitles';
import { gapAdvice } from './gapAdvice';
import { lineageReasons } from './lineageReasons';
import { nameMembers } from './members';
import { notifications } from './notifications';
import { outlook } from './outlook';
import { populationReasons } from './populationReasons';
import { problemReasons } from './problemReasons';
import { record } from './record';
import { rules } from './rules';
import { sourceReasons } from './sourceReasons';
import { who } from './who';
import { form, moment, number } from './words';

/** What several members are, in the singular and in the plural. */
const statuses = {
  'not-satisfied': {
    one: 'erfüllt die Kontrolle nicht',
    other: 'erfüllen die Kontrolle nicht',
  },
  'not-assessed': {
    one: 'konnte nicht bewertet werden',
    other: 'konnten nicht bewertet werden',
  },
  'risk-accepted': {
    one: 'erfüllt die Kontrolle nicht, das Risiko ist akzeptiert',
    other: 'erfüllen die Kontrolle nicht, das Risiko ist akzeptiert',
  },
};

/** Without the sentences that judgements bring. */
const base: Language = {
  tag: 'de',
  reasons: {
    ...controlReasons,
    ...lineageReasons,
    ...populationReasons,
    ...problemReasons,
    ...sourceReasons,
  },
  unknownReason: code => `Für „${code}“ ist kein Satz bekannt.`,
  evidenceNotCounted: count =>
    form(count, {
      one: '1 Nachweis wurde nicht gezählt, weil seine Herkunft nicht belegt ist. Mit ihm könnte das Ergebnis anders sein.',
      other: `${number(
        count,
      )} Nachweise wurden nicht gezählt, weil ihre Herkunft nicht belegt ist. Mit ihnen könnte das Ergebnis anders sein.`,
    }),
  worstOfSeveral({ alike, total, kind, status, sentence }) {
    const what = form(alike, statuses[status]);
    const latest = alike > 1 ? '. Zuletzt' : '';
    return `${number(alike)} von ${number(total)} ${
      nameMembers(kind).dative
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
  interval: ({ from, to }) => `${moment(from)} bis ${moment(to)}`,
  areas: {
    'risk-identification': 'Risikoidentifikation',
    'access-and-segregation': 'Zugriff und Funktionstrennung',
    'change-and-integrity': 'Änderungsmanagement und Integrität',
    'logging-and-monitoring': 'Protokollierung und Überwachung',
    resilience: 'Resilienz',
  },
  record,
  rules,
  errors,
  errorDetails,
};

/**
 * German, with the terms of the official German text of DORA.
 *
 * @public
 */
export const german: Language = addWords(base, builtIn.judgements.values());
