import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { dependenciesMessages as english } from '../messages/dependenciesMessages';

export const dependenciesMessages: Translated<typeof english> = {
  title: 'Von Unternehmensfunktionen bis zu Pipelines',
  explanation:
    'Ein Pfeil zeigt von einer Entität zu dem, was sie nutzt. Ein IKT-Asset ist mindestens so kritisch wie alles, was es nutzt.',
  cut: 'Der Graph ist unvollständig',
  cutExplanation:
    'Nur die nächsten Abhängigkeiten sind dargestellt. Öffnen Sie eine davon, um deren Abhängigkeiten zu sehen.',
  none: 'Dieses IKT-Asset hat keine Verbindungen: Keine Funktion, kein System und kein anderes IKT-Asset nutzt es, und es nutzt keine. Ergänzen Sie in spec.dependsOn der Entität, was es nutzt, und in spec.dora.functions die Unternehmensfunktionen, die es unterstützt.',
  showGraph: 'Als Graph anzeigen',
  showList: 'Als Liste anzeigen',
  graph: 'Abhängigkeitsgraph',
  zoom: 'Vergrößerung',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  fit: 'An Breite anpassen',
  node: {
    asset: 'IKT-Asset',
    function: 'Unternehmensfunktion',
    provider: 'Dienstleister',
    system: 'System',
    api: 'API',
  },
  center: '{{what}} (dieses IKT-Asset)',
  users: 'Genutzt von',
  thisAsset: 'Dieses IKT-Asset',
  used: 'Nutzt',
  others: 'Weitere Entitäten im Graphen',
};
