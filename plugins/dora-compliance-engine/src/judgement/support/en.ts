import { withoutPeriod } from '../../explain/en/words';
import type { WordsFor } from '../../registry/Judgement';
import type { SupportReasons } from './reasons';

export const en: WordsFor<SupportReasons> = {
  checks: {
    'supported-or-assessed':
      'Is the asset supported, or its risk as a legacy system assessed?',
  },
  reasons: {
    'legacy-assessed': ({ assessed, due }) =>
      `The risk of the asset as a legacy system was assessed on ${assessed}. The assessment is valid until ${due}.`,
    supported: ({ end }) => `The asset is supported until ${end}.`,
    'support-ended': ({ end, assessed }) =>
      assessed
        ? `Support ended on ${end}, and the legacy risk assessment of ${assessed} is not from the last twelve months.`
        : `Support ended on ${end}, and no legacy risk assessment is known.`,
    'support-not-applicable': ({ why, until }) =>
      `The asset has no end of support: ${withoutPeriod(
        why,
      )}. This holds until ${until}.`,
    'support-unknown': () =>
      'Neither an end of support is declared, nor why there is none.',
  },
  advice: {
    'support-ended':
      'Move to a supported version and declare its end of support. Until then, assess the risk of the legacy system and declare the day in spec.dora.legacyAssessment.',
    'support-unknown':
      'Declare spec.dora.support in the catalog file: the end of support, or why there is none.',
  },
};
