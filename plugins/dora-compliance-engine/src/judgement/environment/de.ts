import type { WordsFor } from '../../registry/Judgement';
import type { EnvironmentReasons } from './reasons';

export const de: WordsFor<EnvironmentReasons> = {
  checks: {
    'environment-classified':
      'Ist bekannt, ob die Umgebung zur Produktion gehört?',
  },
  reasons: {
    'environment-classified': ({ environment }) =>
      `Es ist bekannt, ob ${environment} eine Produktionsumgebung ist.`,
    'environment-unclassified': ({ environment }) =>
      `Ob die Umgebung ${environment} zur Produktion gehört, ist nicht bekannt: Weder ihr Name noch die Quelle oder die Konfiguration sagt es.`,
  },
  advice: {
    'environment-unclassified':
      'Gehört die Umgebung zur Produktion, ihren Namen in der Konfiguration der Quelle unter productionEnvironments ergänzen, andernfalls unter nonProductionEnvironments. Das wirkt ab dem nächsten Deployment in diese Umgebung.',
  },
};
