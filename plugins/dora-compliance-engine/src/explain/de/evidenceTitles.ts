import {
  identityLabel,
  type Identity,
  type Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceTitles } from '../language/EvidenceTitles';
import { nameDone, nameSetting, nameState } from './deeds';
import { drills } from './manual';
import { by, count, countDays, day, moment, number, outcome } from './words';

export const evidenceTitles: EvidenceTitles = {
  'access-recertified': ({ system, reviewed, total }) =>
    `Zugriffsrechte von ${system} überprüft: ${number(reviewed)} von ${count(
      total,
      { one: 'Konto', other: 'Konten' },
    )}`,
  'alert-changed': ({ alert, state, changedBy }) =>
    ['Alarm', alert.name, changedBy && named(changedBy), nameState(state)]
      .filter(Boolean)
      .join(' '),
  'artifact-published': ({ release, package: item }) =>
    release
      ? `Release ${release.tag} veröffentlicht`
      : `Paket ${[item?.name, item?.version].join(' ').trim()} veröffentlicht`,
  'artifact-signed': ({ artifact }) => `Artefakt ${toName(artifact)} signiert`,
  'asset-record-observed': ({ missing }) =>
    `Datensatz gelesen, ${number(missing.length)} von 9 Feldern ${
      missing.length === 1 ? 'fehlt' : 'fehlen'
    }`,
  'backup-completed': ({ completedAt }) =>
    `Datensicherung vom ${moment(completedAt)}`,
  'branch-protection-observed': ({ branch, protected: isProtected }) =>
    `Branch ${branch} ist ${isProtected ? 'geschützt' : 'nicht geschützt'}`,
  'change-commits-observed': ({ change, commits }) =>
    `Änderung #${change.number}: ${count(commits.length, {
      one: 'Commit',
      other: 'Commits',
    })}`,
  'change-merged': ({ change, author }) =>
    `Änderung #${change.number} ${named(author)} zusammengeführt`,
  'change-reviewed': ({ change, decision, reviewer }) =>
    `Änderung #${change.number}: ${nameDone(decision)} ${named(reviewer)}`,
  'change-state-changed': ({ change, action, targetBranch }) =>
    action === 'retargeted' && targetBranch
      ? `Änderung #${change.number} auf ${targetBranch} umgestellt`
      : `Änderung #${change.number} ${nameDone(action)}`,
  'change-updated': ({ change, pushedBy }) =>
    `Änderung #${change.number} ${named(pushedBy)} aktualisiert`,
  'check-finished': ({ name, outcome: end }) =>
    `Prüfung ${name}: ${outcome(end)}`,
  'code-owners-observed': ({ definitions }) =>
    `Code-Owner von ${count(definitions.length, {
      one: 'Pipeline-Definition',
      other: 'Pipeline-Definitionen',
    })} gelesen`,
  'collector-heartbeat': ({ complete }) =>
    complete ? 'Vollständig abgerufen' : 'Teilweise abgerufen',
  'commits-pushed': ({ branch, after, pushedBy }) =>
    `${branch} ${named(pushedBy)} auf ${after.slice(0, 7)} gesetzt`,
  'credentials-observed': ({ credentials }) =>
    `${count(credentials.length, {
      one: 'Zugangsdatum',
      other: 'Zugangsdaten',
    })} gelesen`,
  'deployment-failed': ({ deployment: of }) => `${deployed(of)} fehlgeschlagen`,
  'deployment-requested': ({ deployment: of }) => `${deployed(of)} angefordert`,
  'deployment-reviewed': ({ environment, decision, reviewer }) =>
    `Deployment in ${environment.name} ${
      reviewer ? `${named(reviewer)} ` : ''
    }${nameDone(decision)}`,
  'detection-rules-recorded': ({ detects }) =>
    `${count(detects.length, {
      one: 'Erkennungsregel',
      other: 'Erkennungsregeln',
    })} erfasst`,
  'drill-completed': ({ kind, outcome: end, performedOn }) =>
    `${drills[kind]} vom ${day(performedOn)} ${
      end === 'succeeded' ? 'gelungen' : 'fehlgeschlagen'
    }`,
  'emergency-declared': ({ startedAt, recordedBy }) =>
    `Notfall vom ${moment(startedAt)} ${named(recordedBy)} erklärt`,
  'environment-baseline': ({ environment, account }) =>
    `Umgebung ${environment} liegt in ${account}`,
  'environment-observed': ({ environment, artifacts }) =>
    `In ${environment.name}: ${count(artifacts.length, {
      one: 'laufendes Artefakt',
      other: 'laufende Artefakte',
    })}`,
  'environment-protection-observed': ({ environment, reviewers }) =>
    `Umgebung ${environment.name}: ${count(reviewers.length, {
      one: 'freigabeberechtigte Person',
      other: 'freigabeberechtigte Personen',
    })}`,
  'evidence-confirmed': ({ decision, confirmedBy }) =>
    `Nachweis ${named(confirmedBy)} ${
      decision === 'approved' ? 'bestätigt' : 'abgelehnt'
    }`,
  'evidence-store-checked': ({ verified }) =>
    verified
      ? 'Nachweisspeicher verifiziert'
      : 'Nachweisspeicher konnte nicht verifiziert werden',
  'framework-reviewed': ({ performedOn, openFindings }) =>
    `Rahmen am ${day(performedOn)} überprüft: ${count(openFindings, {
      one: 'offene Feststellung',
      other: 'offene Feststellungen',
    })}`,
  'incident-acknowledged': ({ incident, acknowledgedBy }) =>
    ['Vorfall', incident.id, acknowledgedBy && named(acknowledgedBy)]
      .filter(Boolean)
      .concat('bestätigt')
      .join(' '),
  'incident-classified': ({ incident, classification }) =>
    `Vorfall ${incident.id} als ${classification} klassifiziert`,
  'incident-detected': ({ incident }) => `Vorfall ${incident.id} erkannt`,
  'incident-resolved': ({ incident }) => `Vorfall ${incident.id} gelöst`,
  'log-retention-observed': ({ days, runs }) => {
    if (days !== undefined) {
      return `Protokolle werden ${countDays(days)} aufbewahrt`;
    }
    return runs === undefined
      ? 'Protokolle werden für eine unbekannte Zahl von Läufen aufbewahrt'
      : `Protokolle werden für ${count(runs, {
          one: 'Lauf',
          other: 'Läufe',
        })} aufbewahrt`;
  },
  'organization-settings-observed': ({ name, account }) =>
    account === 'person'
      ? `Konto einer Person: ${name}`
      : `Einstellungen der Organisation ${name} gelesen`,
  'ownership-observed': ({ ownerRef }) =>
    ownerRef ? `Eigentümer ${ownerRef} gelesen` : 'Kein Eigentümer benannt',
  'pipeline-definition-observed': ({ pipeline }) =>
    `Definition von ${pipeline.name} gelesen`,
  'pipeline-run-finished': ({ pipeline, outcome: end }) =>
    `${pipeline.name}: ${outcome(end)}`,
  'pipeline-settings-observed': () => 'Pipeline-Einstellungen gelesen',
  'pipeline-task-finished': ({ task, outcome: end }) =>
    `Aufgabe ${task.name}: ${outcome(end)}`,
  'production-access-reviewed': ({ standingAccounts, sessions }) =>
    `Zugriff auf die Produktion überprüft: ${count(standingAccounts, {
      one: 'Konto mit dauerhaftem Zugriff',
      other: 'Konten mit dauerhaftem Zugriff',
    })}, ${count(sessions, { one: 'Sitzung', other: 'Sitzungen' })}`,
  provenance: ({ artifact }) => `Herkunftsnachweis für ${toName(artifact)}`,
  'provider-assessed': ({ performedOn }) =>
    `Dienstleister am ${day(performedOn)} bewertet`,
  'reference-changed': ({ reference, action }) =>
    `${reference.kind === 'tag' ? 'Tag' : 'Branch'} ${
      reference.name
    } ${nameDone(action)}`,
  'release-changed': ({ release, action }) =>
    `Release ${release.tag} ${nameDone(action)}`,
  'repository-access-observed': ({ members }) =>
    `Zugriff von ${count(members.length, {
      one: 'Konto',
      other: 'Konten',
    })} gelesen`,
  'retention-approved': ({ logDays, evidenceDays }) =>
    `Aufbewahrung genehmigt: Protokolle ${countDays(
      logDays,
    )}, Nachweise ${countDays(evidenceDays)}`,
  'review-completed': ({ reviewer }) =>
    `Datensatz ${named(reviewer)} überprüft`,
  'risk-accepted': ({ control, until }) =>
    `Risiko von ${control} bis zum ${day(until)} akzeptiert`,
  'risk-assessment-recorded': ({ performedOn, outcome: end }) =>
    `Risiko am ${day(performedOn)} bewertet: ${
      end === 'within-tolerance' ? 'im Toleranzrahmen' : 'Behandlung nötig'
    }`,
  'runners-observed': ({ runners }) =>
    `${count(runners.length, { one: 'Runner', other: 'Runner' })} gelesen`,
  sbom: ({ components }) =>
    `Software-Stückliste mit ${count(components, {
      one: 'Komponente',
      other: 'Komponenten',
    })}`,
  'secrets-observed': ({ secrets }) =>
    `${count(secrets.length, {
      one: 'Geheimnis',
      other: 'Geheimnisse',
    })} von Pipelines gelesen`,
  'security-finding-changed': ({ tool, finding, state }) =>
    `${tool.name}: ${finding.rule} ${nameState(state)}`,
  'security-scan-finished': ({ tool, results }) =>
    results === undefined
      ? `Scan mit ${tool.name}`
      : `Scan mit ${tool.name}: ${count(results, {
          one: 'Ergebnis',
          other: 'Ergebnisse',
        })}`,
  'service-deployed': ({ deployment: of }) => deployed(of),
  'service-rolled-back': ({ deployment: of }) =>
    `${deployed(of)} zurückgesetzt`,
  'settings-changed': ({ setting, name, action }) =>
    [nameSetting(setting), name, action && nameDone(action)]
      .filter(Boolean)
      .join(' '),
  'test-suite-finished': ({ suite, outcome: end }) =>
    `Tests ${suite.name ?? suite.id}: ${outcome(end)}`,
};

/** The title of a deployment. */
export function deployment({
  id,
  environment,
}: {
  id: string;
  environment: string;
}): string {
  return `Deployment ${id} in ${environment}`;
}

function deployed({
  id,
  environment,
}: Predicate<'service-deployed'>['deployment']): string {
  return deployment({ id, environment: environment.name });
}

function named(identity: Identity): string {
  return by(identityLabel(identity));
}

function toName({ name, digest }: { name?: string; digest?: string }): string {
  return name ?? digest ?? 'ohne Namen';
}
