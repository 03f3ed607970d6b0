import { countDays, form, moment, number } from '../../explain/de/words';
import type { WordsFor } from '../../registry/Judgement';
import type { IntervalReasons } from './reasons';

export const de: WordsFor<IntervalReasons> = {
  checks: { 'interval-short-enough': 'Kam das nächste Mal rechtzeitig?' },
  reasons: {
    'interval-short-enough': ({ from, to, days, allowed }) =>
      `${countDays(days)} vom ${moment(from)} bis zum ${moment(to)}; ${form(
        allowed,
        {
          one: '1 Tag ist zulässig',
          other: `${number(allowed)} Tage sind zulässig`,
        },
      )}.`,
    'interval-too-long': ({ from, to, days, allowed }) =>
      `${countDays(days)} lang gelang nichts, vom ${moment(
        from,
      )} bis zum ${moment(to)}; zulässig ${form(allowed, {
        one: 'ist nur 1 Tag',
        other: `sind nur ${number(allowed)} Tage`,
      })}.`,
  },
  advice: {
    'interval-too-long':
      'Der Zeitraum lässt sich nachträglich nicht verkürzen. Dauert er noch an, es jetzt durchführen; danach nach Zeitplan durchführen und bei Fehlschlägen alarmieren.',
  },
};
