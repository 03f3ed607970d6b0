import { day, withoutPeriod } from '../../explain/de/words';
import type { WordsFor } from '../../registry/Judgement';
import type { SupportReasons } from './reasons';

export const de: WordsFor<SupportReasons> = {
  checks: {
    'supported-or-assessed':
      'Besteht Support für das IKT-Asset, oder wurde sein Risiko als IKT-Altsystem bewertet?',
  },
  reasons: {
    'legacy-assessed': ({ assessed, due }) =>
      `Das Risiko des IKT-Assets als IKT-Altsystem wurde am ${day(
        assessed,
      )} bewertet. Die Bewertung gilt bis zum ${day(due)}.`,
    supported: ({ end }) =>
      `Für das IKT-Asset besteht Support bis zum ${day(end)}.`,
    'support-ended': ({ end, assessed }) =>
      assessed
        ? `Der Support endete am ${day(
            end,
          )}, und die Risikobewertung des Altsystems vom ${day(
            assessed,
          )} ist älter als zwölf Monate.`
        : `Der Support endete am ${day(
            end,
          )}, und eine Risikobewertung des Altsystems ist nicht bekannt.`,
    'support-not-applicable': ({ why, until }) =>
      `Für das IKT-Asset gibt es kein Ende des Supports: ${withoutPeriod(
        why,
      )}. Das gilt bis zum ${day(until)}.`,
    'support-unknown': () =>
      'Es ist weder ein Ende des Supports angegeben noch, warum es keines gibt.',
  },
  advice: {
    'support-ended':
      'Auf eine Version mit Support wechseln und deren Ende des Supports angeben. Bis dahin das Risiko des Altsystems bewerten und den Tag in spec.dora.legacyAssessment angeben.',
    'support-unknown':
      'In der Katalogdatei spec.dora.support angeben: das Ende des Supports oder warum es keines gibt.',
  },
};
