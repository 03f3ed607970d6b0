import { awaitRun, readBack, readBackRuns } from '../../explain/de/phrases';
import { outcome as end } from '../../explain/de/words';
import type { WordsFor } from '../../registry/Judgement';
import type { TraceabilityReasons } from './reasons';

const proveArtifact =
  'Die Pipeline, die das Artefakt baut, einen Herkunftsnachweis (Provenance) veröffentlichen lassen, bei GitHub etwa mit actions/attest-build-provenance, damit Digest, Commit und Lauf verknüpft sind. Die Prüfung wird wiederholt, sobald das Backend ihn gelesen hat.';

export const de: WordsFor<TraceabilityReasons> = {
  checks: {
    'artifact-identified':
      'Ist das Artefakt durch seinen Digest identifiziert?',
    'artifact-origin': 'Ist belegt, woraus das Artefakt entstanden ist?',
    'built-by-successful-run': 'Hat ein erfolgreicher Lauf es gebaut?',
    'change-known': 'Ist die Änderung bekannt?',
  },
  reasons: {
    'artifact-identified': ({ digest }) =>
      `Das Deployment identifiziert sein Artefakt als ${digest}.`,
    'artifact-contradicted': ({ digest, other }) =>
      `Zwei Meldungen dieses Deployments nennen unterschiedliche Artefakte: ${digest} und ${other}.`,
    'artifact-origin-known': ({ digest }) =>
      `Es ist belegt, dass ${digest} aus dem bereitgestellten Commit entstanden ist.`,
    'artifact-origin-unknown': ({ digest }) =>
      `Es ist weder ein Herkunftsnachweis noch eine Veröffentlichung bekannt, wonach ${digest} aus dem bereitgestellten Commit entstanden ist.`,
    'artifact-unidentified': () =>
      'Das Deployment identifiziert sein Artefakt nicht durch einen Digest.',
    'build-run-unclear': ({ commit, failed, succeeded }) =>
      `Für den Commit ${commit} ist die Pipeline „${failed}“ fehlgeschlagen und die Pipeline „${succeeded}“ gelungen. Welche davon das Bereitgestellte gebaut hat, ist nicht bekannt.`,
    'change-known': ({ change }) =>
      `Der bereitgestellte Commit stammt aus der Änderung #${change}.`,
    'change-not-received': ({ commit }) =>
      `Für den bereitgestellten Commit ${commit} ist weder ein Push noch eine zusammengeführte Änderung eingegangen.`,
    'change-unknown': ({ commit }) =>
      `Für den bereitgestellten Commit ${commit} ist keine zusammengeführte Änderung bekannt.`,
    'no-run': ({ commit }) =>
      `Für den bereitgestellten Commit ${commit} ist kein Pipeline-Lauf bekannt.`,
    'provenance-elsewhere': ({ digest, repository }) =>
      `Der Herkunftsnachweis von ${digest} besagt, dass es aus ${repository} entstanden ist. Das ist nicht, was bereitgestellt wurde.`,
    'run-after-deployment': ({ pipeline, commit }) =>
      `Die Pipeline „${pipeline}“ ist für den Commit ${commit} erst nach dessen Deployment gelungen.`,
    'run-failed': ({ pipeline, commit, outcome }) =>
      `Die Pipeline „${pipeline}“ endete für den Commit ${commit} mit dem Ergebnis „${end(
        outcome,
      )}“; der Commit wurde dennoch bereitgestellt.`,
    'run-not-finished': ({ commit }) =>
      `Das Ende des Laufs, der den Commit ${commit} gebaut oder bereitgestellt hat, ist nicht eingegangen.`,
    'run-not-linked': ({ pipeline, commit }) =>
      `Die Pipeline „${pipeline}“ ist für den Commit ${commit} gelungen. Ob dieser Lauf das Bereitgestellte gebaut hat, ist nicht bekannt.`,
    'run-succeeded': ({ pipeline, commit }) =>
      `Die Pipeline „${pipeline}“ ist für den Commit ${commit} gelungen.`,
  },
  advice: {
    'artifact-contradicted':
      'Zwei Systeme melden dieses Deployment mit unterschiedlichen Digests. Das falsche korrigieren und erneut bereitstellen.',
    'artifact-origin-unknown': proveArtifact,
    'artifact-unidentified':
      'Die Pipeline das Artefakt im Deployment durch seinen Digest benennen lassen und erneut bereitstellen.',
    'build-run-unclear': proveArtifact,
    'change-not-received': `Über den bereitgestellten Commit ist nichts bekannt. ${readBack}`,
    'change-unknown':
      'Das Bereitgestellte durch einen Änderungsantrag auf den Branch bringen und erneut bereitstellen.',
    'no-run': `Für den bereitgestellten Commit ist kein Pipeline-Lauf bekannt. ${readBackRuns}`,
    'provenance-elsewhere':
      'Ein Artefakt bereitstellen, das aus diesem Repository gebaut wurde, mit einem Herkunftsnachweis, der es nennt.',
    'run-after-deployment':
      'Erneut bereitstellen, nachdem der Lauf nun gelungen ist. Nur bereitstellen, was ein beendeter Lauf gebaut hat.',
    'run-failed':
      'Den Build reparieren und bereitstellen, was ein erfolgreicher Lauf gebaut hat.',
    'run-not-finished': awaitRun,
    'run-not-linked': proveArtifact,
  },
};
