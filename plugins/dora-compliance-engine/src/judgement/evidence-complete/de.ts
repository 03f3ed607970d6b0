import { moment } from '../../explain/de/words';
import type { WordsFor } from '../../registry/Judgement';
import type { EvidenceReasons, Step } from './reasons';

const steps: Readonly<Record<Step, string>> = {
  'change-record': 'dass die Änderung aufgezeichnet wurde',
  'test-result': 'dass die Änderung getestet wurde',
  'assessment-record': 'dass die Änderung bewertet wurde',
  'approval-record': 'dass die Änderung genehmigt wurde',
  'run-record': 'dass eine Pipeline die Änderung umgesetzt hat',
  'verification-result':
    'dass die Änderung nach dem Deployment überprüft wurde',
};

const name = (step: string) => steps[step as Step] ?? step;

export const de: WordsFor<EvidenceReasons> = {
  checks: {
    'evidence-recorded': 'Ist nachgewiesen, dass es aufgezeichnet wurde?',
    'evidence-tested': 'Ist nachgewiesen, dass es getestet wurde?',
    'evidence-assessed': 'Ist nachgewiesen, dass es bewertet wurde?',
    'evidence-approved': 'Ist nachgewiesen, dass es genehmigt wurde?',
    'evidence-implemented':
      'Ist nachgewiesen, dass eine Pipeline es umgesetzt hat?',
    'evidence-verified': 'Ist nachgewiesen, dass es überprüft wurde?',
  },
  reasons: {
    'evidence-exists': ({ step, at }) =>
      `Ein Nachweis vom ${moment(at)} zeigt, ${name(step)}.`,
    'evidence-missing': ({ step }) => `Es fehlt ein Nachweis, ${name(step)}.`,
    'evidence-not-due': ({ step, until }) =>
      `Noch fehlt ein Nachweis, ${name(step)}. Er ist bis zum ${moment(
        until,
      )} fällig.`,
    'evidence-not-reported': ({ step }) =>
      `Es fehlt ein Nachweis, ${name(
        step,
      )}, und vor dem Deployment hatte keine Quelle einen gemeldet.`,
  },
  advice: {
    'evidence-missing':
      'Den Nachweis in den Systemen führen, die Backstage liest, und nicht im Chat oder als Bild: ein Änderungsantrag mit Prüfung, Tests, Scans und ein Pipeline-Lauf sowie Tests nach dem Deployment. Dann erneut bereitstellen.',
    'evidence-not-due':
      'Die Pipeline das Deployment testen und das Ergebnis melden lassen.',
    'evidence-not-reported':
      'Eine Quelle anbinden, die ihn meldet, etwa den Code-Host, das CI-System oder CDEvents. Nachweise zählen von nun an.',
  },
};
