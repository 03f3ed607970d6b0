import { readBack } from '../../explain/de/phrases';
import { moment, withoutPeriod } from '../../explain/de/words';
import type { WordsFor } from '../../registry/Judgement';
import type { SecurityTestReasons } from './reasons';

const scans: Readonly<Record<string, string>> = {
  code: 'Code-Scan',
  dependency: 'Scan der Abhängigkeiten',
};

const name = (kind: string) => scans[kind] ?? kind;

export const de: WordsFor<SecurityTestReasons> = {
  checks: {
    'code-scanned': 'Wurde der Code vor dem Deployment gescannt?',
    'dependencies-scanned':
      'Wurden die Abhängigkeiten vor dem Deployment gescannt?',
  },
  reasons: {
    'scan-ended-before': ({ kind, tool, commit, at }) =>
      `Der ${name(kind)} des Commits ${commit} mit ${tool} endete am ${moment(
        at,
      )}, vor dem Deployment.`,
    'scan-ended-after': ({ kind, tool, commit, at }) =>
      `Der ${name(kind)} des Commits ${commit} mit ${tool} endete am ${moment(
        at,
      )}, erst nach dem Deployment.`,
    'scan-change-unknown': ({ kind, commit }) =>
      `Für den bereitgestellten Commit ${commit} ist kein ${name(
        kind,
      )} bekannt. Weder sein Push noch die Änderung, die als er zusammengeführt wurde, ist eingegangen; zum letzten Commit dieser Änderung kann es einen geben.`,
    'scan-missing': ({ kind, commit }) =>
      `Weder für den bereitgestellten Commit ${commit} noch für den letzten Commit der Änderung, die als er zusammengeführt wurde, ist ein ${name(
        kind,
      )} bekannt.`,
    'scan-with-error': ({ kind, tool, commit, error }) =>
      `Der ${name(
        kind,
      )} des Commits ${commit} mit ${tool} endete mit einem Fehler: ${withoutPeriod(
        error,
      )}.`,
    'scans-not-reported': ({ kind }) =>
      `Vor dem Deployment hatte keine Quelle einen ${name(
        kind,
      )} dieses Repositorys gemeldet. Ob es einen gab, ist daher nicht bekannt.`,
  },
  advice: {
    'scan-change-unknown': readBack,
    'scan-ended-after':
      'Das Deployment auf den Scan warten lassen: den Scan zu einer erforderlichen Prüfung machen oder zu einem Job, den das Deployment voraussetzt.',
    'scan-missing':
      'Jede Änderung vor dem Zusammenführen scannen, auch wenn sie wenige Dateien ändert, und erneut bereitstellen.',
    'scan-with-error':
      'Den Scan reparieren, die Pipeline bei einem Fehler des Scans fehlschlagen lassen und erneut bereitstellen.',
    'scans-not-reported':
      'Eine Quelle anbinden, die Scans meldet, und die Pipeline jede Änderung scannen lassen. Scans zählen von nun an.',
  },
};
