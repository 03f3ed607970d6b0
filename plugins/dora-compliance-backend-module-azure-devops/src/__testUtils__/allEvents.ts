import * as sample from './sampleEvents';

/** An event of each kind that is read. */
export const allEvents: readonly Record<string, unknown>[] = [
  sample.pushEvent(),
  sample.pullRequestEvent('created', 'Anna created pull request 5'),
  sample.pullRequestEvent('merged', 'Cora has created a pull request merge commit'),
  sample.pullRequestEvent('updated', 'Ben approved pull request 5 (x) in ledger'),
  sample.buildEvent(),
  sample.runEvent(),
  sample.jobEvent(),
  sample.stageEvent(),
  sample.approvalEvent(),
  sample.approvalInWords(),
  sample.releaseEvent('succeeded', { deployment: { release: sample.release } }),
  sample.shortReleaseEvent(),
  sample.releaseApprovalEvent(),
  sample.repositoryEvent('renamed', { oldName: 'book', newName: 'ledger' }),
  sample.alertEvent(),
  sample.checkEvent(),
];
