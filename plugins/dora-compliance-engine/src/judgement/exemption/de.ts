import { day, withoutPeriod } from '../../explain/de/words';
import type { WordsFor } from '../../registry/Judgement';
import type { ExemptionReasons } from './reasons';

export const de: WordsFor<ExemptionReasons> = {
  checks: {},
  reasons: {
    'exemption-ended': ({ lacks, why, ended }) =>
      `${nameExemption(lacks, why)} galt bis zum ${day(
        ended,
      )}. Den Datensatz überprüfen oder einen neuen Tag angeben.`,
    'exemption-too-long': ({ lacks, why, until }) =>
      `${nameExemption(lacks, why)} soll bis zum ${day(
        until,
      )} gelten. Einen Tag angeben, der höchstens ein Jahr in der Zukunft liegt.`,
    'exemption-unconfirmed': ({ lacks, why }) =>
      `${nameExemption(
        lacks,
        why,
      )} nennt keinen Tag, bis zu dem sie gilt, und es ist keine Überprüfung dieses Datensatzes bekannt, die sie bestätigt.`,
  },
  advice: {
    'exemption-ended':
      'Den Datensatz überprüfen oder einen neuen Tag angeben, bis zu dem die Begründung gilt.',
    'exemption-too-long':
      'Einen Tag angeben, bis zu dem die Begründung gilt und der höchstens ein Jahr in der Zukunft liegt.',
    'exemption-unconfirmed':
      'Den Datensatz des IKT-Assets überprüfen: Die Begründung gilt dann ein Jahr lang. Oder mit der Begründung angeben, bis wann sie gilt.',
  },
};

function nameExemption(lacks: 'end-of-support' | 'provider', why: string) {
  const what =
    lacks === 'provider'
      ? 'den fehlenden Dienstleister'
      : 'das fehlende Ende des Supports';
  return `Die Begründung für ${what} (${withoutPeriod(why)})`;
}
