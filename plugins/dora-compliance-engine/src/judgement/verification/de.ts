import { count as countAll, moment } from '../../explain/de/words';
import type { WordsFor } from '../../registry/Judgement';
import type { VerificationReasons } from './reasons';

const verify =
  'Die Pipeline jedes Produktions-Deployment unmittelbar danach testen und das Ergebnis mit der Umgebung melden lassen, etwa als CDEvent testSuiteRun.finished.';

export const de: WordsFor<VerificationReasons> = {
  checks: {
    'alerts-answered':
      'Hat jemand auf die Alarme nach dem Deployment reagiert?',
    'verified-in-time': 'Wurde das Deployment rechtzeitig überprüft?',
  },
  reasons: {
    'verification-failed': ({ suite, at }) =>
      `Die Tests „${suite}“ des Bereitgestellten schlugen am ${moment(
        at,
      )} fehl.`,
    'verification-late': ({ suite, at, until }) =>
      `Die Tests „${suite}“ des Bereitgestellten endeten am ${moment(
        at,
      )}, erst nach dem ${moment(until)}.`,
    'verification-missing': ({ until }) =>
      `Bis zum ${moment(
        until,
      )} ist kein Ergebnis von Tests des Bereitgestellten bekannt.`,
    'verification-passed': ({ suite, at }) =>
      `Die Tests „${suite}“ des Bereitgestellten gelangen am ${moment(at)}.`,
    'verification-pending': ({ until }) =>
      `Das Deployment kann noch bis zum ${moment(until)} überprüft werden.`,
    'verifications-not-reported': () =>
      'Zuvor hatte keine Quelle Tests eines Deployments oder einer Umgebung gemeldet. Ob dieses Deployment überprüft wurde, ist daher nicht bekannt.',
    'alert-not-answered': ({ alert, at }) =>
      `Der Alarm „${alert}“ wurde am ${moment(
        at,
      )} ausgelöst, kurz nach dem Deployment, und niemand hat ihn bestätigt oder behoben.`,
    'alerts-answered': ({ count }) =>
      count === 0
        ? 'Kurz nach dem Deployment wurde kein Alarm ausgelöst (0 Alarme).'
        : `Kurz nach dem Deployment ausgelöst und bestätigt oder behoben: ${countAll(
            count,
            { one: 'Alarm', other: 'Alarme' },
          )}.`,
    'alerts-not-reported': () =>
      'Vor dem Deployment hatte keine Quelle einen Alarm gemeldet. Ob danach einer ausgelöst wurde, ist daher nicht bekannt.',
    'alerts-pending': ({ until }) =>
      `Alarme zählen bis zum ${moment(
        until,
      )}. Erst dann ist bekannt, ob auf alle reagiert wurde.`,
  },
  advice: {
    'alert-not-answered':
      'Den Alarm im Überwachungswerkzeug bestätigen oder beheben und Alarme an jemanden in Bereitschaft leiten.',
    'alerts-pending':
      'Nur auf Alarme reagieren, die noch kommen: Die Kontrolle wird erneut bewertet, wenn diese Zeit um ist.',
    'alerts-not-reported':
      'Das Überwachungswerkzeug anbinden, etwa Alertmanager oder Grafana, und es Alarme mit den Labels des Assets liefern lassen.',
    'verification-failed':
      'Das Fehlerhafte reparieren oder zurückrollen und das nächste Deployment überprüfen.',
    'verification-late': verify,
    'verification-missing': verify,
    'verification-pending': verify,
    'verifications-not-reported': verify,
  },
};
