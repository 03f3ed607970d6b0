import {
  count as countAll,
  moment,
  withoutPeriod,
} from '../../explain/de/words';
import type { WordsFor } from '../../registry/Judgement';
import type { SbomReasons } from './reasons';

const publish =
  'Die Pipeline, die das Artefakt baut, eine Stückliste (CycloneDX oder SPDX) erstellen lassen, die den Digest des Artefakts oder den Commit nennt, und sie vor dem Deployment melden.';

export const de: WordsFor<SbomReasons> = {
  checks: {
    'sbom-before-deployment':
      'Gab es eine Stückliste dessen, was bereitgestellt wurde?',
  },
  reasons: {
    'sbom-known': ({ deployed, components, at }) =>
      `Die Stückliste von ${deployed} mit ${countAll(components, {
        one: 'Komponente',
        other: 'Komponenten',
      })} wurde am ${moment(at)} erstellt, vor dem Deployment.`,
    'sbom-after-deployment': ({ deployed, at }) =>
      `Die Stückliste von ${deployed} wurde am ${moment(
        at,
      )} erstellt, erst nach dem Deployment.`,
    'sbom-incomplete': ({ deployed, problem }) =>
      `Die Stückliste von ${deployed} ist unvollständig${
        problem ? `: ${withoutPeriod(problem)}` : ''
      }.`,
    'sbom-missing': ({ deployed }) =>
      `Für das bereitgestellte ${deployed} ist keine Stückliste bekannt. Andere desselben Repositorys sind bekannt.`,
    'sboms-not-reported': ({ deployed }) =>
      `Vor dem Deployment hatte keine Quelle eine Stückliste dieses Repositorys gemeldet. Ob es eine von ${deployed} gibt, ist daher nicht bekannt.`,
    'sboms-without-subject': ({ deployed, count }) =>
      `Die bekannten Stücklisten dieses Repositorys (${count}) nennen weder einen Digest noch einen Commit. Ob eine von ${deployed} ist, ist nicht bekannt.`,
  },
  advice: {
    'sbom-after-deployment': publish,
    'sbom-incomplete':
      'Das Werkzeug reparieren, das die Stückliste erstellt, und erneut bereitstellen.',
    'sbom-missing': publish,
    'sboms-not-reported': publish,
    'sboms-without-subject': publish,
  },
};
