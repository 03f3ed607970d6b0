import { withoutPeriod } from '../../explain/en/words';
import type { WordsFor } from '../../registry/Judgement';
import type { ExemptionReasons } from './reasons';

export const en: WordsFor<ExemptionReasons> = {
  checks: {},
  reasons: {
    'exemption-ended': ({ lacks, why, ended }) =>
      `${nameExemption(
        lacks,
        why,
      )} held until ${ended}. Review the record, or declare a new day.`,
    'exemption-too-long': ({ lacks, why, until }) =>
      `${nameExemption(
        lacks,
        why,
      )} is to hold until ${until}. Declare a day that is at most a year ahead.`,
    'exemption-unconfirmed': ({ lacks, why }) =>
      `${nameExemption(
        lacks,
        why,
      )} has no day until which it holds, and no review of this record is known that confirms it.`,
  },
  advice: {
    'exemption-ended':
      'Review the record, or declare a new day until which the reason holds.',
    'exemption-too-long':
      'Declare a day until which the reason holds that is at most a year ahead.',
    'exemption-unconfirmed':
      'Review the record of the asset: the reason then holds for a year. Or declare with the reason until when it holds.',
  },
};

function nameExemption(lacks: 'end-of-support' | 'provider', why: string) {
  const what = lacks === 'provider' ? 'no provider' : 'no end of support';
  return `The reason for having ${what} (${withoutPeriod(why)})`;
}
