import { moment } from '../../explain/de/words';
import type { WordsFor } from '../../registry/Judgement';
import type { SignatureReasons } from './reasons';

const verify =
  'Beim Deployment die Signatur des Herkunftsnachweises gegen das erwartete Repository und den erwarteten Workflow prüfen, Fehlerhaftes abweisen und das Ergebnis melden. Dann erneut bereitstellen.';

export const de: WordsFor<SignatureReasons> = {
  checks: {
    'signature-checked':
      'Wurde der signierte Herkunftsnachweis des Artefakts geprüft?',
  },
  reasons: {
    'signature-checked': ({ digest, at }) =>
      `Der signierte Herkunftsnachweis von ${digest} wurde am ${moment(
        at,
      )} geprüft, vor dem Deployment. Er nennt das bereitgestellte Repository und den bereitgestellten Commit.`,
    'signature-checked-after': ({ digest, at }) =>
      `Der signierte Herkunftsnachweis von ${digest} wurde am ${moment(
        at,
      )} geprüft, erst nach dem Deployment.`,
    'signature-missing': ({ digest }) =>
      `Für das bereitgestellte ${digest} ist weder eine Signatur noch ein Herkunftsnachweis bekannt. Andere desselben Repositorys sind bekannt.`,
    'signature-not-checked': ({ digest }) =>
      `Eine Signatur oder ein Herkunftsnachweis von ${digest} besteht, aber nichts zeigt, dass sie geprüft wurden.`,
    'signature-of-another-origin': ({ digest, origin }) =>
      `Der Herkunftsnachweis von ${digest} besagt, dass es aus ${origin} entstanden ist. Das ist nicht, was bereitgestellt wurde.`,
    'signature-origin-unknown': ({ digest }) =>
      `Das Deployment von ${digest} nennt sein Repository oder seinen Commit nicht. Welche Herkunft der Nachweis nennen muss, ist daher nicht bekannt.`,
    'signatures-not-reported': ({ digest }) =>
      `Vor dem Deployment hatte keine Quelle eine Signatur oder einen Herkunftsnachweis dieses Repositorys gemeldet. Ob ${digest} signiert ist, ist daher nicht bekannt.`,
  },
  advice: {
    'signature-checked-after': verify,
    'signature-missing':
      'Die Pipeline, die das Artefakt baut, es mit einem Herkunftsnachweis signieren lassen, bei GitHub etwa mit actions/attest-build-provenance, und ihn beim Deployment prüfen.',
    'signature-not-checked': verify,
    'signature-of-another-origin':
      'Ein Artefakt bereitstellen, das aus diesem Repository gebaut wurde, und beim Deployment den Herkunftsnachweis eines anderen abweisen.',
    'signature-origin-unknown':
      'Die Pipeline Commit und Repository im Deployment nennen lassen und erneut bereitstellen.',
    'signatures-not-reported':
      'Artefakte in der Pipeline, die sie baut, mit einem Herkunftsnachweis signieren und eine Quelle anbinden, die geprüfte Nachweise meldet.',
  },
};
