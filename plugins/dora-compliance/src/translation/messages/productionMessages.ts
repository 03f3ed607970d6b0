/** The last deployments of an asset to production. */
export const productionMessages = {
  title: 'Last changes in production',
  notLoaded: 'The last changes in production could not be loaded',
  none: 'No source reported a deployment to production.',
  all: 'Show all {{amount, number}}',
  unclassified:
    'Deployments to these environments are not listed, because nobody said whether they are production: {{environments, list(type: conjunction)}}.',
  unknownCommit: 'Unknown commit',
  deployed: 'deployed to {{environment}}',
  deployedBy:
    'deployed to {{environment}} by {{people, list(type: conjunction)}}',
  complete: 'Every step from the commit to the deployment is known.',
  failedSteps: 'Not in order: {{steps, list(type: conjunction)}}.',
  missingSteps: 'Missing: {{steps, list(type: conjunction)}}.',
  chain: 'From the commit to production',
  name: 'Deployment {{id}} to {{environment}}',
  open: 'How this deployment came about',
  openOf: 'How this deployment came about: {{title}}',
  oneNotLoaded: 'The deployment could not be loaded',
  unknown:
    'No deployment {{id}} to {{environment}} is known. Deployments to production are read from {{time}} on.',
  more_one: '{{count, number}} more',
  more_other: '{{count, number}} more',
  withoutChange: 'No change request is known for it.',
  advice: 'What to do: {{advice}}',
  verdicts: 'What controls say about it',
  noVerdicts:
    'No control that applies to this asset assesses single deployments.',
  step: {
    commits: 'Commits',
    change: 'Change request',
    review: 'Review',
    build: 'Build',
    artifact: 'Artifact',
    approval: 'Approval of the environment',
    deployment: 'Deployment',
  },
  state: {
    known: 'Known',
    failed: 'Not in order',
    missing: 'Missing',
    none: 'None reported',
  },
  evidence_one: '{{count, number}} piece of evidence',
  evidence_other: '{{count, number}} pieces of evidence',
  by: 'by {{person}}',
  decision: {
    approved: 'approved',
    'changes-requested': 'changes requested',
    commented: 'commented',
    dismissed: 'dismissed',
    rejected: 'rejected',
  },
  absent: {
    'outside-window':
      'Not assessed: this deployment is older than the control looks back.',
    'not-recorded':
      'Not assessed: the latest result of this control does not list this deployment.',
  },
} as const;
