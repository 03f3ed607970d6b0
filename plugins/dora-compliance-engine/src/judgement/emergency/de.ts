import { moment, person as name } from '../../explain/de/words';
import type { WordsFor } from '../../registry/Judgement';
import type { EmergencyReasons } from './reasons';

const declare =
  'Für das Asset eine Notfalländerung erfassen, die das Deployment, seinen Commit oder seine Änderung nennt, mit dem Grund und wer alarmiert wurde, und sie von jemandem bestätigen lassen, der an der Änderung nicht beteiligt war.';

export const de: WordsFor<EmergencyReasons> = {
  checks: {
    'emergencies-rare': 'Sind Notfälle selten?',
    'emergency-reviewed':
      'Wurde es genehmigt oder als Notfall erklärt und rechtzeitig überprüft?',
  },
  reasons: {
    'approved-in-order': ({ environment }) =>
      `Das Deployment in ${environment} wurde unabhängig genehmigt und ist daher kein Notfall.`,
    'emergencies-frequent': ({ count, most, days }) =>
      `Dies ist Nummer ${count} der Notfälle innerhalb von ${days} Tagen; höchstens ${most} sind erlaubt.`,
    'emergencies-rare': ({ count, most, days }) =>
      `Dies ist Nummer ${count} der Notfälle innerhalb von ${days} Tagen; bis zu ${most} sind erlaubt.`,
    'emergency-not-declared': ({ until }) =>
      `Das Deployment hat keine unabhängige Genehmigung, und niemand hat es bis zum ${moment(
        until,
      )} als Notfall erklärt.`,
    'emergency-not-declared-yet': ({ until }) =>
      `Das Deployment hat keine unabhängige Genehmigung. Es kann bis zum ${moment(
        until,
      )} als Notfall erklärt und überprüft werden.`,
    'emergency-not-reviewed': ({ until }) =>
      `Das Deployment wurde als Notfall erklärt, aber niemand anderes hat das bis zum ${moment(
        until,
      )} überprüft.`,
    'emergency-not-reviewed-yet': ({ until }) =>
      `Das Deployment wurde als Notfall erklärt. Jemand anderes muss das bis zum ${moment(
        until,
      )} überprüfen.`,
    'emergency-refused': ({ reviewer, at }) =>
      `Am ${moment(at)} hat ${reviewer} abgelehnt, dass dies ein Notfall war.`,
    'emergency-reviewed': ({ reviewer, at }) =>
      `Das Deployment wurde als Notfall erklärt, und ${reviewer} hat das am ${moment(
        at,
      )} überprüft.`,
    'emergency-reviewed-late': ({ reviewer, at, until }) =>
      `${reviewer} hat den Notfall am ${moment(
        at,
      )} überprüft, erst nach dem ${moment(until)}.`,
    'emergency-reviewer-involved': ({ reviewer, person }) =>
      `${reviewer} hat den Notfall überprüft und war als ${name(
        person,
      )} an der Änderung beteiligt.`,
    'emergency-reviewer-unclear': ({ reviewer, person }) =>
      `Ob ${reviewer} den Notfall überprüft hat, ohne an der Änderung beteiligt gewesen zu sein, ist nicht bekannt: Mit ${name(
        person,
      )} ist kein Benutzer des Katalogs verknüpft.`,
    'emergency-without-alert': ({ declared }) =>
      `Der am ${moment(
        declared,
      )} erklärte Notfall nennt nicht, wer alarmiert wurde.`,
  },
  advice: {
    'emergencies-frequent':
      'Klären, warum Änderungen nicht auf eine Genehmigung warten können, etwa weil nachts Prüfende fehlen, und die Ursache beseitigen.',
    'emergency-not-declared': declare,
    'emergency-not-declared-yet': declare,
    'emergency-not-reviewed':
      'Den Notfall von jemandem bestätigen lassen, der an der Änderung nicht beteiligt war. Er bleibt verspätet, ist aber dokumentiert.',
    'emergency-not-reviewed-yet':
      'Den Notfall von jemandem bestätigen lassen, der an der Änderung nicht beteiligt war.',
    'emergency-refused':
      'Die Änderung wie jede andere prüfen lassen und erneut bereitstellen.',
    'emergency-reviewed-late':
      'Notfälle innerhalb der Zeit überprüfen lassen, die die Kontrolle erlaubt.',
    'emergency-reviewer-involved':
      'Den Notfall von jemand anderem überprüfen lassen, der an der Änderung nicht beteiligt war.',
    'emergency-reviewer-unclear':
      'Die Konten des Code-Hosts mit Benutzern des Katalogs verknüpfen und der Quelle die Commits der Änderung geben.',
    'emergency-without-alert':
      'Den Notfall erneut erfassen, mit Angabe, wer alarmiert wurde, und bestätigen lassen.',
  },
};
