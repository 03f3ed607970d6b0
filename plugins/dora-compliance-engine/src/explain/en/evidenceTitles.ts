import {
  identityLabel,
  type Identity,
  type Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceTitles } from '../language/EvidenceTitles';
import { count, person } from './words';

export const evidenceTitles: EvidenceTitles = {
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
  'collector-heartbeat': ({ complete }) =>
    complete ? 'Collected completely' : 'Collected in part',
  'commits-pushed': ({ branch, after, pushedBy }) =>
    `${branch} moved to ${after.slice(0, 7)} by ${named(pushedBy)}`,
  'deployment-failed': ({ deployment: of }) => `${deployed(of)} failed`,
  'deployment-requested': ({ deployment: of }) => `${deployed(of)} requested`,
  'deployment-reviewed': ({ environment, decision, reviewer }) =>
    `Deployment to ${environment.name} ${decision}${
      reviewer ? ` by ${named(reviewer)}` : ''
    }`,
  'environment-observed': ({ environment, artifacts }) =>
    `${environment.name} runs ${count(artifacts.length, 'artifact')}`,
  'environment-protection-observed': ({ environment, reviewers }) =>
    `Environment ${environment.name}: ${count(reviewers.length, 'reviewer')}`,
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
  provenance: ({ artifact }) => `Provenance of ${toName(artifact)}`,
  'reference-changed': ({ reference, action }) =>
    `${reference.kind === 'tag' ? 'Tag' : 'Branch'} ${
      reference.name
    } ${action}`,
  'release-changed': ({ release, action }) =>
    `Release ${release.tag} ${action}`,
  'repository-access-observed': ({ members }) =>
    `Access of ${count(members.length, 'account')} observed`,
  'review-completed': ({ reviewer }) => `Record reviewed by ${named(reviewer)}`,
  'runners-observed': ({ runners }) =>
    `${count(runners.length, 'runner')} observed`,
  sbom: ({ components }) =>
    `Bill of materials with ${count(components, 'component')}`,
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
