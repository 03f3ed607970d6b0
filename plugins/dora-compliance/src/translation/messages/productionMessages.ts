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
  after: {
    title: 'In production afterwards',
    unreported:
      'No monitoring or incident tool has reported anything about this asset in the time that is read, so it is not known what happened.',
    none: 'No alert fired and no incident was detected within an hour.',
    noneYet:
      'No alert fired and no incident was detected yet. They count until {{time}}.',
    events_one:
      '{{count, number}} alert or incident within an hour. It need not be caused by the deployment.',
    events_other:
      '{{count, number}} alerts and incidents within an hour. They need not be caused by the deployment.',
    takenBack: 'A later deployment took this one back {{time}}.',
    timeTo: {
      detect: 'Detected after {{length}}.',
      respond: 'Acknowledged {{length}} later.',
      restore: 'Restored {{length}} after it was detected.',
    },
    kind: { alert: 'Alert', incident: 'Incident' },
    undated: 'start not reported',
    acknowledged: 'Acknowledged {{time}}.',
    acknowledgedBy: 'Acknowledged by {{person}} {{time}}.',
    since: 'after {{length}}',
    resolved: 'Resolved {{time}}.',
    open: 'Not resolved yet.',
  },
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
