import { count, moment } from '../../explain/en/words';
import type { WordsFor } from '../../registry/Judgement';
import type { IntervalReasons } from './reasons';

export const en: WordsFor<IntervalReasons> = {
  checks: { 'interval-short-enough': 'Was the next one in time?' },
  reasons: {
    'interval-short-enough': ({ from, to, days, allowed }) =>
      `${count(days, 'day')} from ${moment(from)} to ${moment(to)}; ${count(
        allowed,
        'day',
      )} are allowed.`,
    'interval-too-long': ({ from, to, days, allowed }) =>
      `Nothing succeeded for ${count(days, 'day')}, from ${moment(
        from,
      )} to ${moment(to)}; only ${count(allowed, 'day')} are allowed.`,
  },
  advice: {
    'interval-too-long':
      "The interval can't be shortened afterwards. If it has not ended, do it now; then do it on a schedule, and alert when it fails.",
  },
};
