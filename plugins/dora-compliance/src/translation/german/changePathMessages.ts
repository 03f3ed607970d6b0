import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { changePathMessages as english } from '../messages/changePathMessages';

export const changePathMessages: Translated<typeof english> = {
  title:
    'Von dieser Unternehmensfunktion zu den Pipelines, die sie verändern können',
  explained:
    'Jedes IKT-Asset, von dem diese Unternehmensfunktion abhängt, der Grund dafür, und die Pipelines, die das IKT-Asset verändern können. Die kritischsten IKT-Assets stehen zuerst, dann die mit dem größten Risiko.',
  none: 'Hier gibt es keine IKT-Assets, die Sie lesen dürfen.',
  because: 'Warum es hierher gehört',
  becauseUnknown:
    'Das kann nicht gezeigt werden: Der Weg ist zu lang, zu viele Entitäten verwenden es, oder der Weg führt über Entitäten, die Sie nicht lesen dürfen.',
  pipelines: 'Pipelines, die es verändern können',
  shares: 'Abdeckung {{coverage}}, Compliance {{compliance}}',
  owner: 'Eigentümer: {{owner}}',
  noOwner: 'Ohne Eigentümer',
  noOwnerPartial: 'Kein Eigentümer, den Sie lesen dürfen',
  deploys: 'Stellt dieses IKT-Asset bereit.',
  deploysNothing:
    'Ist im selben Repository definiert. Ihr Katalogeintrag sagt, dass sie nichts bereitstellt.',
  notNamed:
    'Ist im selben Repository definiert. Ihr Katalogeintrag sagt nicht, dass sie dieses IKT-Asset bereitstellt.',
  more_one: '{{count, number}} weitere Pipeline ist hier nicht gezeigt.',
  more_other: '{{count, number}} weitere Pipelines sind hier nicht gezeigt.',
  dependencies: 'Abhängigkeiten dieses IKT-Assets',
  seen_one:
    'Eine Pipeline seines Repositorys ist gelaufen und nicht im Inventar:',
  seen_other:
    '{{count, number}} Pipelines seines Repositorys sind gelaufen und nicht im Inventar:',
  seenPartial:
    'Pipelines seines Repositorys sind gelaufen und nicht in dem Teil des Inventars, den Sie lesen dürfen:',
  seenToDo:
    'Konfigurieren Sie für sein Repository die Ermittlung von Pipelines, oder beschreiben Sie sie im Katalog.',
  lastSeen: '{{name}} (letzter Lauf {{time}})',
  andMore: 'und {{amount, number}} weitere',
  unknown:
    'Es ist nicht bekannt, welche Pipeline dieses IKT-Asset bereitstellt.',
  unknownPartial:
    'Keine Pipeline, die Sie lesen dürfen, stellt dieses IKT-Asset bereit. Pipelines, die Sie nicht lesen dürfen, sind nicht aufgeführt.',
  unknownPipeline:
    'Dies ist eine Pipeline. Es ist nicht bekannt, ob sie ein IKT-Asset dieser Unternehmensfunktion bereitstellt.',
  unknownPipelinePartial:
    'Dies ist eine Pipeline. Sie stellt kein IKT-Asset dieser Unternehmensfunktion bereit, das Sie lesen dürfen. IKT-Assets, die Sie nicht lesen dürfen, sind nicht aufgeführt.',
  toDo: {
    'not-in-inventory':
      'Konfigurieren Sie für sein Repository die Ermittlung von Pipelines, oder beschreiben Sie diese Pipelines im Katalog. Nennen Sie dann dieses IKT-Asset in spec.dora.pipeline.deploys der Pipeline, die es bereitstellt.',
    'not-named':
      'Wenn eine dieser Pipelines es bereitstellt, nennen Sie dieses IKT-Asset in spec.dora.pipeline.deploys dieser Pipeline.',
    'deploys-nothing':
      'Wenn nichts es bereitstellt, wie bei einer Bibliothek, die andere einbauen, ist nichts zu tun. Sonst nennen Sie dieses IKT-Asset in spec.dora.pipeline.deploys der Pipeline, die es bereitstellt.',
    'no-pipeline':
      'Binden Sie das CI-System seines Repositorys als Nachweisquelle an, und konfigurieren Sie die Ermittlung seiner Pipelines. Oder beschreiben Sie die Pipeline im Katalog, und nennen Sie dieses IKT-Asset in ihrem spec.dora.pipeline.deploys.',
    'no-repository':
      'Auch sein Repository ist nicht bekannt. Tragen Sie es in seiner Katalogdatei als Annotation ein, etwa als dora-compliance.io/repository. Oder nennen Sie dieses IKT-Asset in spec.dora.pipeline.deploys der Pipeline, die es bereitstellt.',
    'is-pipeline':
      'Nennen Sie in ihrem spec.dora.pipeline.deploys, was sie bereitstellt, oder setzen Sie dort canDeploy auf false.',
  },
};
