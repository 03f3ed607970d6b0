import { awaitRun, collectChanges, readBack } from '../../explain/de/phrases';
import {
  all,
  by,
  count,
  moment,
  number,
  person,
  subject,
} from '../../explain/de/words';
import type { WordsFor } from '../../registry/Judgement';
import type { IndependenceReasons } from './reasons';

const UNKNOWN =
  'Ob die Genehmigung unabhängig ist, lässt sich nicht feststellen.';

/** What a person did with a change, after the time at which it was done. */
const acts = {
  opened: 'eröffnet',
  wrote: 'mit eigenen Commits geschrieben',
  pushed: 'mit Pushes verändert',
  merged: 'mit einem eigenen Merge-Commit zusammengeführt',
  started: 'mit dem selbst gestarteten Lauf bereitgestellt',
  deployed: 'bereitgestellt',
};

/** ` am 31.03.2026, 12:00 UTC`, or nothing if the time is not known. */
const on = (instant: string | undefined) =>
  instant ? ` am ${moment(instant)}` : '';

const nameAccounts =
  'Die Konten der Beteiligten im Katalog nennen: In ihren User-Entitäten die Annotation dora-compliance.io/accounts ergänzen.';

const nextRelease =
  'Was bereitgestellt wurde, lässt sich nachträglich nicht genehmigen. Ein Release bereitstellen, in dem eine andere Person jede Änderung nach dem letzten Push und vor dem Merge genehmigt.';

const throughChanges =
  'Ein Release bereitstellen, in dem alles durch Änderungsanträge kam, und den Branch gegen Pushes schützen.';

export const de: WordsFor<IndependenceReasons> = {
  checks: {
    'approved-by-another-person': 'Hat eine andere Person sie genehmigt?',
    'authors-identified': 'Sind alle Beteiligten identifiziert?',
    'deployer-named': 'Ist bekannt, wer bereitgestellt hat?',
    'deployment-allowed':
      'Haben die für die Umgebung Freigabeberechtigten es zugelassen?',
    'through-changes': 'Kam alles durch einen Änderungsantrag?',
  },
  reasons: {
    'account-ambiguous': ({ change, account, users }) =>
      `Mehrere Benutzer im Katalog (${all(
        users.split(', '),
      )}) beanspruchen das Konto ${account}. Ob die Genehmigung der Änderung #${change} unabhängig ist, lässt sich nicht feststellen.`,
    'all-independently-approved': ({ count: n }) =>
      `Jede der ${number(
        n,
      )} Änderungen wurde von einer Person genehmigt, die nicht an ihr beteiligt war.`,
    'approval-after-deployment': ({ change, approver, approvedAt }) =>
      `${subject(approver)} hat die Änderung #${change}${on(
        approvedAt,
      )} genehmigt, erst nachdem sie bereitgestellt worden war.`,
    'approval-after-merge': ({ change, approver, approvedAt }) =>
      `${subject(approver)} hat die Änderung #${change}${on(
        approvedAt,
      )} genehmigt, erst nachdem sie zusammengeführt worden war.`,
    'approval-by-machine': ({ change, approver }) =>
      `Die Änderung #${change} wurde nur ${
        approver ? by(approver) : 'von einem unbekannten Konto'
      } genehmigt; das ist keine Person.`,
    'approval-dismissed': ({ change, approver, approvedAt }) =>
      `Die Genehmigung der Änderung #${change} ${by(approver)}${on(
        approvedAt,
      )} wurde verworfen.`,
    'approval-withdrawn': ({ change, approver, approvedAt }) =>
      `${subject(
        approver,
      )} hat nach der Genehmigung der Änderung #${change}${on(
        approvedAt,
      )} noch Änderungen verlangt.`,
    'approval-without-write-access': ({ change, approver }) =>
      `Die Änderung #${change} wurde nur ${by(
        approver,
      )} genehmigt, ohne Schreibzugriff auf das Repository.`,
    'approver-access-unknown': ({ change, approver }) =>
      `${subject(approver)} hat die Änderung #${change} genehmigt. Ob ${person(
        approver,
      )} Schreibzugriff auf das Repository hatte, ist nicht bekannt.`,
    'approver-unidentified': ({ change, account }) =>
      `Die Änderung #${change} wurde ${by(
        account,
      )} genehmigt; wer das ist, lässt sich nicht feststellen. ${UNKNOWN}`,
    'author-unlinked': ({ author }) =>
      `Der Commit-Autor ${author} ist mit keinem Konto verknüpft. ${UNKNOWN}`,
    'authors-identified': () => 'Alle Beteiligten sind identifiziert.',
    'change-commits-unknown': ({ change }) =>
      `Die Liste der Commits der Änderung #${change} wurde nicht gelesen. Wer sie geschrieben hat und ob mit der Änderung weitere Commits ankamen, ist daher nicht bekannt.`,
    'change-commits-incomplete': ({ change, listed, total }) =>
      total === undefined
        ? `Die Liste der Commits der Änderung #${change} ist nicht vollständig. Einige Autoren können daher unbekannt sein.`
        : `Von ${count(total, {
            one: 'Commit',
            other: 'Commits',
          })} der Änderung #${change} sind nur ${number(
            listed,
          )} bekannt. Einige Autoren können daher unbekannt sein.`,
    'deployer-unknown': () =>
      `Die Quelle meldet nicht, wer bereitgestellt hat. ${UNKNOWN}`,
    'independence-unclear': ({ change, account, other }) =>
      `${subject(account)} hat die Änderung #${change} genehmigt. Ob ${person(
        account,
      )} und ${person(
        other,
      )} verschiedene Personen sind, lässt sich nicht feststellen. Ihre Konten im Katalog nennen.`,
    'independently-approved': ({ change, approver, approvedAt }) =>
      `Die Änderung #${change} wurde${on(approvedAt)} ${by(
        approver,
      )} genehmigt, ohne Beteiligung an ihr.`,
    'merge-content-unproven': ({ change, commit, person: who }) =>
      `Die Änderung #${change} kam mit dem Merge-Commit ${commit} ${by(
        who,
      )} an. Nichts belegt, dass der Code-Host diesen Commit erzeugt hat; er kann also mehr enthalten, als genehmigt wurde.`,
    'no-approval': ({ change }) =>
      `Die Änderung #${change} wurde ohne Genehmigung zusammengeführt.`,
    'person-unidentified': ({ person: who }) =>
      `Wer die Änderung als ${
        who || 'unbekannte Person'
      } eröffnet, gepusht oder bereitgestellt hat, lässt sich nicht feststellen. ${UNKNOWN}`,
    'pusher-unknown': ({ change, commit }) =>
      `Wer den Commit ${commit} in die Änderung #${change} gepusht hat, ist nicht bekannt. ${UNKNOWN}`,
    'self-approval': ({
      change,
      approver,
      account,
      alias,
      bot,
      user,
      act,
      actAt,
      approvedAt,
    }) =>
      [
        `Die Änderung #${change} wurde nur ${by(approver)} genehmigt${
          approvedAt ? ` (${moment(approvedAt)})` : ''
        }. Dieselbe Person hat sie${on(actAt)} ${
          act
            ? acts[act]
            : 'selbst eröffnet, geschrieben, gepusht oder bereitgestellt'
        }.`,
        alias &&
          `${alias} und ${account} sind dieselbe Person${
            user ? ` (${user})` : ''
          }.`,
        bot && `${account} ist ${user}, verantwortlich für den Bot ${bot}.`,
      ]
        .filter(Boolean)
        .join(' '),
    'starter-unknown': () =>
      `Das Ende des Laufs, der bereitgestellt hat, ist nicht eingegangen. Wer ihn gestartet hat, ist daher nicht bekannt. ${UNKNOWN}`,
    'stale-approval': ({ change, approver, approvedAt }) =>
      `Die Änderung #${change} wurde nach der Genehmigung ${by(approver)}${on(
        approvedAt,
      )} noch verändert.`,
    'all-through-changes': ({ count: n }) =>
      `Alles, was bereitgestellt wurde, kam durch ${count(n, {
        one: 'Änderungsantrag',
        other: 'Änderungsanträge',
      })}.`,
    'commits-beside-change': ({ change, arrived, count: n }) =>
      `Der Push, der die Änderung #${change} zusammenführte, brachte ${count(
        arrived,
        { one: 'Commit', other: 'Commits' },
      )}, die Änderung enthält aber nur ${number(
        n,
      )}. Die übrigen kamen nicht durch einen Änderungsantrag.`,
    'deployment-approved': ({ environment, reviewer }) =>
      `${subject(reviewer)} hat das Deployment in ${environment} genehmigt.`,
    'deployment-rejected': ({ environment, reviewer }) =>
      `${subject(
        reviewer,
      )} hat das Deployment in ${environment} abgelehnt; es fand dennoch statt.`,
    'direct-push': ({ commit, branch, person: who, at }) =>
      `${subject(who)} hat den Commit ${commit}${on(
        at,
      )} ohne Änderungsantrag auf ${branch} gepusht.`,
    'merged-after-deployment': ({ change, mergedAt, deployedAt }) =>
      `Die Änderung #${change} wurde${on(
        mergedAt,
      )} zusammengeführt, erst nach ihrem Deployment${on(deployedAt)}.`,
  },
  advice: {
    'account-ambiguous':
      'Den Katalog korrigieren, sodass nur eine User-Entität das Konto beansprucht, in dora-compliance.io/accounts oder in ihrem Profil.',
    'approval-after-deployment': nextRelease,
    'approval-after-merge': nextRelease,
    'approval-by-machine': nextRelease,
    'approval-dismissed': nextRelease,
    'approval-withdrawn': nextRelease,
    'approval-without-write-access': `${nextRelease} Diese Person benötigt Schreibzugriff auf das Repository.`,
    'approver-access-unknown':
      'Backstage Zugangsdaten für den Code-Host geben, mit denen gelesen werden darf, wer Zugriff auf das Repository hat. Das Backend erkennt dann, ob die genehmigende Person Schreibzugriff hat. Hat sie die Organisation verlassen, würde nur eine weitere Genehmigung vor dem Deployment zählen.',
    'approver-unidentified': nameAccounts,
    'author-unlinked':
      'Die E-Mail-Adresse des Commit-Autors mit einem Konto des CI-Systems verknüpfen oder das Konto im Katalog nennen: In der User-Entität die Annotation dora-compliance.io/accounts ergänzen.',
    'change-commits-unknown': collectChanges,
    'change-commits-incomplete':
      'Prüfen, warum die Quelle nicht alle Commits der Änderung aufführen konnte: Sie benötigt Zugriff auf das Repository, und manche Code-Hosts führen höchstens 250 auf. Solche Änderungen in kleinere aufteilen.',
    'deployer-unknown':
      'Die Pipeline Deployments so melden lassen, dass die Quelle angibt, wer sie gestartet hat.',
    'independence-unclear': nameAccounts,
    'merge-content-unproven': `Änderungen über die Schaltfläche des Änderungsantrags zusammenführen oder zu einem Commit zusammenfassen (Squash). ${collectChanges}`,
    'no-approval': nextRelease,
    'person-unidentified': nameAccounts,
    'pusher-unknown': `Ein Push in die Änderung ist nicht eingegangen. ${readBack}`,
    'self-approval': nextRelease,
    'starter-unknown': awaitRun,
    'stale-approval': nextRelease,
    'commits-beside-change': `Commits lassen sich nachträglich nicht genehmigen. ${throughChanges}`,
    'deployment-rejected':
      'Ein Release bereitstellen, das die für die Umgebung Freigabeberechtigten genehmigen. Administratoren nicht erlauben, sie zu umgehen.',
    'direct-push': `Ein Push lässt sich nachträglich nicht genehmigen. ${throughChanges}`,
    'merged-after-deployment':
      'Erneut bereitstellen, nachdem die Änderung nun zusammengeführt ist. Nur bereitstellen, was vorher zusammengeführt wurde.',
  },
};
