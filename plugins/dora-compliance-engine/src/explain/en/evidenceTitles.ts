import {
  identityLabel,
  type Identity,
  type Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceTitles } from '../language/EvidenceTitles';
import { drills } from './manual';
import { count, moment, person } from './words';

export const evidenceTitles: EvidenceTitles = {
  'access-recertified': ({ system, reviewed, total }) =>
    `Access rights of ${system} reviewed: ${reviewed} of ${count(
      total,
      'account',
    )}`,
  'alert-changed': ({ alert, state, changedBy }) =>
    `Alert ${alert.name} ${state === 'firing' ? 'fired' : state}${
      changedBy ? ` by ${named(changedBy)}` : ''
    }`,
  'artifact-published': ({ release, package: item }) =>
    release
      ? `Release ${release.tag} published`
      : `Package ${[item?.name, item?.version].join(' ').trim()} published`,
  'artifact-signed': ({ artifact }) => `Artifact ${toName(artifact)} signed`,
  'asset-record-observed': ({ missing }) =>
    `Record observed, ${missing.length} of 9 fields missing`,
  'backup-completed': ({ completedAt }) =>
    `Backup completed on ${moment(completedAt)}`,
  'branch-protection-observed': ({ branch, protected: isProtected }) =>
    `Branch ${branch} is ${isProtected ? 'protected' : 'not protected'}`,
  'change-commits-observed': ({ change, commits }) =>
    `Change #${change.number}: ${count(commits.length, 'commit')}`,
  'change-merged': ({ change, author }) =>
    `Change #${change.number} by ${named(author)} merged`,
  'change-reviewed': ({ change, decision, reviewer }) =>
    `Change #${change.number}: ${decision.replace('-', ' ')} by ${named(
      reviewer,
    )}`,
  'change-state-changed': ({ change, action, targetBranch }) =>
    action === 'retargeted' && targetBranch
      ? `Change #${change.number} retargeted to ${targetBranch}`
      : `Change #${change.number} ${action}`,
  'change-updated': ({ change, pushedBy }) =>
    `Change #${change.number} updated by ${named(pushedBy)}`,
  'check-finished': ({ name, outcome }) => `Check ${name}: ${outcome}`,
  'code-owners-observed': ({ definitions }) =>
    `Owners of ${count(definitions.length, 'pipeline definition')} observed`,
  'collector-heartbeat': ({ complete }) =>
    complete ? 'Collected completely' : 'Collected in part',
  'commits-pushed': ({ branch, after, pushedBy }) =>
    `${branch} moved to ${after.slice(0, 7)} by ${named(pushedBy)}`,
  'credentials-observed': ({ credentials }) =>
    `${count(credentials.length, 'credential')} observed`,
  'deployment-failed': ({ deployment: of }) => `${deployed(of)} failed`,
  'deployment-requested': ({ deployment: of }) => `${deployed(of)} requested`,
  'deployment-reviewed': ({ environment, decision, reviewer }) =>
    `Deployment to ${environment.name} ${decision}${
      reviewer ? ` by ${named(reviewer)}` : ''
    }`,
  'detection-rules-recorded': ({ detects }) =>
    `${count(detects.length, 'detection rule')} recorded`,
  'drill-completed': ({ kind, outcome, performedOn }) =>
    `${drills[kind]} of ${performedOn} ${outcome}`,
  'emergency-declared': ({ startedAt, recordedBy }) =>
    `Emergency of ${moment(startedAt)} declared by ${named(recordedBy)}`,
  'environment-baseline': ({ environment, account }) =>
    `Environment ${environment} is in ${account}`,
  'environment-observed': ({ environment, artifacts }) =>
    `${environment.name} runs ${count(artifacts.length, 'artifact')}`,
  'environment-protection-observed': ({ environment, reviewers }) =>
    `Environment ${environment.name}: ${count(reviewers.length, 'reviewer')}`,
  'evidence-confirmed': ({ decision, confirmedBy }) =>
    `Evidence ${decision} by ${named(confirmedBy)}`,
  'evidence-store-checked': ({ verified }) =>
    verified
      ? 'Store of evidence verified'
      : 'Store of evidence could not be verified',
  'framework-reviewed': ({ performedOn, openFindings }) =>
    `Framework reviewed on ${performedOn}: ${count(
      openFindings,
      'open finding',
    )}`,
  'incident-acknowledged': ({ incident, acknowledgedBy }) =>
    `Incident ${incident.id} acknowledged${
      acknowledgedBy ? ` by ${named(acknowledgedBy)}` : ''
    }`,
  'incident-classified': ({ incident, classification }) =>
    `Incident ${incident.id} classified as ${classification}`,
  'incident-detected': ({ incident }) => `Incident ${incident.id} detected`,
  'incident-resolved': ({ incident }) => `Incident ${incident.id} resolved`,
  'log-retention-observed': ({ days, runs }) => {
    if (days !== undefined) {
      return `Logs kept for ${count(days, 'day')}`;
    }
    return runs === undefined
      ? 'Logs kept for an unknown number of runs'
      : `Logs kept for ${count(runs, 'run')}`;
  },
  'organization-settings-observed': ({ name, account }) =>
    account === 'person'
      ? `Account of a person: ${name}`
      : `Settings of the organization ${name} observed`,
  'ownership-observed': ({ ownerRef }) =>
    ownerRef ? `Owner ${ownerRef} observed` : 'No owner named',
  'pipeline-definition-observed': ({ pipeline }) =>
    `Definition of ${pipeline.name} observed`,
  'pipeline-run-finished': ({ pipeline, outcome }) =>
    `${pipeline.name}: ${outcome}`,
  'pipeline-settings-observed': () => 'Pipeline settings observed',
  'pipeline-task-finished': ({ task, outcome }) =>
    `Task ${task.name}: ${outcome}`,
  'production-access-reviewed': ({ standingAccounts, sessions }) =>
    `Access to production reviewed: ${count(
      standingAccounts,
      'standing account',
    )}, ${count(sessions, 'session')}`,
  provenance: ({ artifact }) => `Provenance of ${toName(artifact)}`,
  'provider-assessed': ({ performedOn }) =>
    `Provider assessed on ${performedOn}`,
  'reference-changed': ({ reference, action }) =>
    `${reference.kind === 'tag' ? 'Tag' : 'Branch'} ${
      reference.name
    } ${action}`,
  'release-changed': ({ release, action }) =>
    `Release ${release.tag} ${action}`,
  'repository-access-observed': ({ members }) =>
    `Access of ${count(members.length, 'account')} observed`,
  'retention-approved': ({ logDays, evidenceDays }) =>
    `Retention approved: logs ${count(logDays, 'day')}, evidence ${count(
      evidenceDays,
      'day',
    )}`,
  'review-completed': ({ reviewer }) => `Record reviewed by ${named(reviewer)}`,
  'risk-accepted': ({ control, until }) =>
    `Risk of ${control} accepted until ${until}`,
  'risk-assessment-recorded': ({ performedOn, outcome }) =>
    `Risk assessed on ${performedOn}: ${outcome.replaceAll('-', ' ')}`,
  'runners-observed': ({ runners }) =>
    `${count(runners.length, 'runner')} observed`,
  sbom: ({ components }) =>
    `Bill of materials with ${count(components, 'component')}`,
  'secrets-observed': ({ secrets }) =>
    `${count(secrets.length, 'secret')} of pipelines observed`,
  'security-finding-changed': ({ tool, finding, state }) =>
    `${tool.name}: ${finding.rule} ${state}`,
  'security-scan-finished': ({ tool, results }) =>
    results === undefined
      ? `Scan by ${tool.name}`
      : `Scan by ${tool.name}: ${count(results, 'result')}`,
  'service-deployed': ({ deployment: of }) => deployed(of),
  'service-rolled-back': ({ deployment: of }) => `${deployed(of)} rolled back`,
  'settings-changed': ({ setting, name, action }) =>
    [setting.replace('-', ' '), name, action].filter(Boolean).join(' '),
  'test-suite-finished': ({ suite, outcome }) =>
    `Tests ${suite.name ?? suite.id}: ${outcome}`,
};

/** The title of a deployment. */
export function deployment({
  id,
  environment,
}: {
  id: string;
  environment: string;
}): string {
  return `Deployment ${id} to ${environment}`;
}

function deployed({
  id,
  environment,
}: Predicate<'service-deployed'>['deployment']): string {
  return deployment({ id, environment: environment.name });
}

function named(identity: Identity): string {
  return person(identityLabel(identity));
}

function toName({ name, digest }: { name?: string; digest?: string }): string {
  return name ?? digest ?? 'without a name';
}
