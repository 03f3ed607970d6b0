import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { pipelinesMessages as english } from '../messages/pipelinesMessages';

export const pipelinesMessages: Translated<typeof english> = {
  tab: 'Nicht im Inventar',
  tabCount: 'Nicht im Inventar ({{amount, number}})',
  tabCountAtLeast: 'Nicht im Inventar ({{amount, number}}+)',
  none: 'Jede gelaufene Pipeline ist im Inventar',
  noneExplanation:
    'Eine Pipeline steht hier, wenn Nachweise ihrer Läufe eingegangen sind, aber keine Entität des Katalogs sie beschreibt.',
  some: 'Diese Pipelines sind gelaufen, aber nicht im Inventar',
  someExplanation:
    'Eine Pipeline, die die Produktion verändern kann, ist ein IKT-Asset. Sie benötigt wie jedes andere einen Eigentümer und einen Datensatz. Konfigurieren Sie für ihr Repository die Ermittlung, oder beschreiben Sie sie im Katalog als Resource vom Typ ci-pipeline, mit ihrer Kennung in spec.dora.pipeline.urn. Nach dem nächsten Abgleich des Inventars steht sie nicht mehr in dieser Liste.',
  repository: 'Repository',
  runs: 'Läufe',
  firstAndLast: 'erster {{first}}, letzter {{last}}, gemeldet von {{source}}',
  builds: 'Baut',
  buildsNothing:
    'Kein IKT-Asset des Inventars wird aus ihrem Repository gebaut.',
  identifier: 'Kennung',
  discoveryFailed:
    'Das Lesen der Pipelines von {{source}} ist fehlgeschlagen ({{time}})',
  discoveryStale:
    'Die Pipelines von {{source}} wurden seit mehr als einem Tag nicht vollständig gelesen',
  neverComplete: 'Sie wurden nie vollständig gelesen.',
  lastComplete: 'Zuletzt vollständig gelesen {{time}}.',
  lastCompleteCount_one:
    'Zuletzt vollständig gelesen {{time}} ({{count, number}} Pipeline).',
  lastCompleteCount_other:
    'Zuletzt vollständig gelesen {{time}} ({{count, number}} Pipelines).',
  discoveryConsequence:
    'Bekannte Pipelines bleiben im Inventar. Neue Pipelines werden gefunden, sobald das Lesen wieder funktioniert.',
};
