import type { LineageReasons } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { SentencesOf } from '../language/Sentences';
import { count, number } from './words';

export const lineageReasons: SentencesOf<LineageReasons> = {
  'baseline-unknown': ({ environment, commit }) =>
    `Das ist das erste bekannte Deployment in die Umgebung ${environment}; es enthält also alles, was vorher gepusht wurde. Wie der Commit ${commit} zustande kam, ist unbekannt.`,
  'push-incomplete': ({ commit, branch, listed, total }) =>
    total === undefined
      ? `Der Push des Commits ${commit} auf ${branch} führt nicht alle seine Commits auf. Einige Änderungen in diesem Deployment können daher unbekannt sein.`
      : `Der Push des Commits ${commit} auf ${branch} brachte ${count(total, {
          one: 'Commit',
          other: 'Commits',
        })}, führt aber nur ${number(
          listed,
        )} auf. Einige Änderungen in diesem Deployment können daher unbekannt sein.`,
  'release-range-incomplete': ({ commit }) =>
    `Nicht alle Pushes seit dem vorherigen Deployment sind bekannt: Der Push des Commits ${commit} ist nicht eingegangen.`,
  'release-range-unknown': () =>
    'Der Push des bereitgestellten Commits ist unbekannt. Welche Änderungen dieses Deployment enthält, ist daher nicht bekannt.',
  'deployment-approval-unreported': ({ environment }) =>
    `Keine Quelle hat gemeldet, dass jemand das Deployment in die Umgebung ${environment} genehmigt oder abgelehnt hat. Die Umgebung hat möglicherweise keine Prüfer.`,
  'commit-unknown': () =>
    'Die Quelle meldet nicht, welcher Commit bereitgestellt wurde.',
};
