import { moment } from '../../explain/de/words';
import type { WordsFor } from '../../registry/Judgement';
import type { IncidentReasons } from './reasons';

export const de: WordsFor<IncidentReasons> = {
  checks: {
    'incident-linked': 'Ist er mit dem verknüpft, was bereitgestellt wurde?',
  },
  reasons: {
    'incident-linked': ({ incident, deployed, environment }) =>
      `Der Vorfall „${incident}“ ist mit dem Deployment in ${environment} vom ${moment(
        deployed,
      )} verknüpft.`,
    'incident-not-linked': ({ incident, detected }) =>
      `Der Vorfall „${incident}“, erkannt am ${moment(
        detected,
      )}, nennt weder ein Deployment noch einen Commit, eine Änderung oder ein Artefakt.`,
    'incident-change-unknown': ({ incident, named }) =>
      `Der Vorfall „${incident}“ nennt ${named}; ein Deployment davon vor dem Vorfall ist jedoch nicht bekannt.`,
  },
  advice: {
    'incident-not-linked':
      'Im Vorfall nennen, was bereitgestellt war, als er eintrat: das Deployment, den Commit oder den Digest des Artefakts.',
    'incident-change-unknown':
      'Auf der Seite „Nachweise“ eine Nacherfassung starten, die vor den Vorfall zurückreicht, oder korrigieren, was der Vorfall nennt.',
  },
};
