import * as make from './azureObjects';
import { containers, event } from './sampleEvent';

export function repositoryEvent(kind: string, more: object = {}) {
  return event(
    `git.repo.${kind}`,
    {
      repository: make.repository,
      initiatedBy: make.person('Cora'),
      utcTimestamp: '2026-03-02T11:00:00.5498459Z',
      ...more,
    },
    { resourceVersion: '1.0-preview.1' },
  );
}

export function alertEvent(change: object = {}) {
  return event(
    'ms.vss-alerts.alert-state-changed-event',
    {
      alertId: 3,
      severity: 'high',
      title: 'SQL injection',
      tools: [
        {
          name: 'CodeQL',
          rules: [{ opaqueId: 'cs/sql-injection', friendlyName: 'SQL' }],
        },
      ],
      dismissal: null,
      repositoryUrl: `${make.BASE}/payments/_git/ledger`,
      gitRef: 'refs/heads/main',
      alertType: 'code',
      firstSeenDate: '2026-02-01T08:00:00Z',
      introducedDate: null,
      state: 'active',
      ...change,
    },
    { publisherId: 'advsec' },
  );
}

export function checkEvent(type = 'environment') {
  return event(
    'ms.vss-pipelinechecks-events.check-updated-event',
    {
      resource: { type, id: '1' },
      checkConfigurationId: 9,
      projectId: make.PROJECT,
    },
    { publisherId: 'pipelines', resourceContainers: containers },
  );
}
