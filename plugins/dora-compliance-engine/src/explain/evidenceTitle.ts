import {
  type Evidence,
  type EvidenceType,
  identityLabel,
  type Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

type Titles = {
  readonly [T in EvidenceType]: (predicate: Predicate<T>) => string;
};

const titles: Titles = {
  'artifact-published': ({ release, package: item }) =>
    release
      ? `Release ${release.tag} published`
      : `Package ${[item?.name, item?.version].join(' ').trim()} published`,
  'artifact-signed': ({ artifact }) => `Artifact ${nameOf(artifact)} signed`,
  'asset-record-observed': ({ missing }) =>
    `Record observed, ${missing.length} of 9 fields missing`,
  'branch-protection-observed': ({ branch, protected: isProtected }) =>
    `Branch ${branch} is ${isProtected ? 'protected' : 'not protected'}`,
  'change-commits-observed': ({ change, commits }) =>
    `Change #${change.number}: ${commits.length} commits`,
  'change-merged': ({ change, author }) =>
    `Change #${change.number} by ${identityLabel(author)} merged`,
  'change-reviewed': ({ change, decision, reviewer }) =>
    `Change #${change.number}: ${decision.replace('-', ' ')} by ${identityLabel(
      reviewer,
    )}`,
  'change-state-changed': ({ change, action, targetBranch }) =>
    action === 'retargeted' && targetBranch
      ? `Change #${change.number} retargeted to ${targetBranch}`
      : `Change #${change.number} ${action}`,
  'change-updated': ({ change, pushedBy }) =>
    `Change #${change.number} updated by ${identityLabel(pushedBy)}`,
  'check-finished': ({ name, outcome }) => `Check ${name}: ${outcome}`,
  'collector-heartbeat': ({ complete }) =>
    complete ? 'Collected completely' : 'Collected in part',
  'commits-pushed': ({ branch, after, pushedBy }) =>
    `${branch} moved to ${after.slice(0, 7)} by ${identityLabel(pushedBy)}`,
  'deployment-failed': ({ deployment }) =>
    `${deploymentTitle(deployment)} failed`,
  'deployment-requested': ({ deployment }) =>
    `${deploymentTitle(deployment)} requested`,
  'deployment-reviewed': ({ environment, decision, reviewer }) =>
    `Deployment to ${environment.name} ${decision}${
      reviewer ? ` by ${identityLabel(reviewer)}` : ''
    }`,
  'environment-protection-observed': ({ environment, reviewers }) =>
    `Environment ${environment.name}: ${reviewers.length} reviewers`,
  'incident-detected': ({ incident }) => `Incident ${incident.id} detected`,
  'incident-resolved': ({ incident }) => `Incident ${incident.id} resolved`,
  'log-retention-observed': ({ days, runs }) =>
    days === undefined
      ? `Logs kept for ${runs ?? 'an unknown number of'} runs`
      : `Logs kept for ${days} days`,
  'ownership-observed': ({ ownerRef }) =>
    `Owner ${ownerRef ?? 'not named'} observed`,
  'pipeline-definition-observed': ({ pipeline }) =>
    `Definition of ${pipeline.name} observed`,
  'pipeline-run-finished': ({ pipeline, outcome }) =>
    `${pipeline.name}: ${outcome}`,
  'pipeline-settings-observed': () => 'Settings of pipelines observed',
  'pipeline-task-finished': ({ task, outcome }) =>
    `Task ${task.name}: ${outcome}`,
  provenance: ({ artifact }) => `Provenance of ${nameOf(artifact)}`,
  'reference-changed': ({ reference, action }) =>
    `${reference.kind === 'tag' ? 'Tag' : 'Branch'} ${
      reference.name
    } ${action}`,
  'release-changed': ({ release, action }) =>
    `Release ${release.tag} ${action}`,
  'repository-access-observed': ({ members }) =>
    `Access of ${members.length} accounts observed`,
  'review-completed': ({ reviewer }) =>
    `Record reviewed by ${identityLabel(reviewer)}`,
  'runners-observed': ({ runners }) => `${runners.length} runners observed`,
  sbom: ({ components }) => `Bill of materials with ${components} components`,
  'security-finding-changed': ({ tool, finding, state }) =>
    `${tool.name}: ${finding.rule} ${state}`,
  'security-scan-finished': ({ tool, results }) =>
    results === undefined
      ? `Scan by ${tool.name}`
      : `Scan by ${tool.name}: ${results} results`,
  'service-deployed': ({ deployment }) => deploymentTitle(deployment),
  'service-rolled-back': ({ deployment }) =>
    `${deploymentTitle(deployment)} rolled back`,
  'settings-changed': ({ setting, name, action }) =>
    `${setting.replace('-', ' ')} ${name ?? ''} ${action}`.replace('  ', ' '),
  'test-suite-finished': ({ suite, outcome }) =>
    `Tests ${suite.name ?? suite.id}: ${outcome}`,
};

/**
 * What a piece of evidence says, in a few words.
 *
 * @public
 */
export function evidenceTitle(evidence: Evidence): string {
  const title: ((predicate: never) => string) | undefined =
    titles[evidence.type];
  return title?.(evidence.predicate as never) ?? evidence.type;
}

function deploymentTitle({
  id,
  environment,
}: Predicate<'service-deployed'>['deployment']): string {
  return `Deployment ${id} to ${environment.name}`;
}

function nameOf({ name, digest }: { name?: string; digest?: string }): string {
  return name ?? digest ?? 'without a name';
}
