import * as make from './azureObjects';
import { event } from './sampleEvent';

export const release = {
  id: 4,
  name: 'Release-1',
  url: 'http://vsrm.dev.azure.com/bank/DefaultCollection/payments/_apis/Release/releases/4',
  artifacts: [
    {
      sourceId: `${make.PROJECT}:7`,
      type: 'Build',
      alias: 'ledger',
      definitionReference: {
        definition: { id: '7', name: 'build ledger' },
        project: { id: make.PROJECT, name: 'payments' },
        version: { id: '42', name: '20260302.1' },
        branch: { id: 'refs/heads/main', name: 'main' },
      },
      isPrimary: true,
    },
  ],
};

export function releaseEvent(status: string, more: object = {}) {
  const { artifacts: _, ...reference } = release;
  return event(
    'ms.vss-release.deployment-completed-event',
    {
      environment: {
        id: 8,
        releaseId: 4,
        name: 'Production',
        status,
        modifiedOn: '2016-01-21T08:19:17.26Z',
        owner: make.person('Cora'),
        release: reference,
      },
      project: { id: make.PROJECT, name: 'payments' },
      ...more,
    },
    { publisherId: 'rm', resourceVersion: '3.0-preview.1' },
  );
}

export function releaseApprovalEvent(change: object = {}) {
  return event(
    'ms.vss-release.deployment-approval-completed-event',
    {
      approval: {
        id: 221,
        revision: 1,
        approver: make.person('Team'),
        approvedBy: make.person('Ben'),
        approvalType: 'preDeploy',
        createdOn: '2026-03-02T10:00:00.26Z',
        modifiedOn: '2026-03-02T10:05:00.26Z',
        status: 'approved',
        comments: 'Good to go!',
        isAutomated: false,
        release: { id: 4, name: 'Release-1' },
        releaseDefinition: {
          id: 1,
          name: 'payments.CD',
          url: 'http://vsrm.dev.azure.com/bank/DefaultCollection/payments/_apis/Release/definitions/1',
        },
        releaseEnvironment: { id: 8, name: 'Production' },
        ...change,
      },
      release,
      project: { id: make.PROJECT, name: 'payments' },
    },
    { publisherId: 'rm', resourceVersion: '3.0-preview.1' },
  );
}

/** As the documentation has it since 2024: all of it below the deployment. */
export function shortReleaseEvent(change: object = {}) {
  const page = `${make.BASE}/payments/_apps/hub/ms.vss-releaseManagement-web.hub-explorer?definitionId=1`;
  return {
    ...event(
      'ms.azure-devops-release.deployment-completed-event',
      {
        deployment: {
          id: 1,
          status: 'succeeded',
          release: {
            id: 4,
            name: 'Release-1',
            releaseDefinition: { id: 1, name: 'payments.CD' },
            project: { id: make.PROJECT, name: 'payments' },
          },
          environment: { id: 8, name: 'Production' },
          ...change,
        },
      },
      {
        publisherId: 'rm',
        message: {
          text: 'Deployment of release Release-1 on environment Production Succeeded.',
          html: `Deployment on environment <a href='${page}'>Production</a> Succeeded.`,
        },
      },
    ),
    resourceVersion: undefined,
    resourceContainers: undefined,
  };
}

/** The same for an approval: environment and release stand beside it. */
export function shortReleaseApprovalEvent(change: object = {}) {
  const { resource, ...rest } = releaseApprovalEvent(change) as any;
  const {
    release: _,
    releaseDefinition,
    releaseEnvironment,
    ...approval
  } = resource.approval;
  const href = releaseDefinition.url.replace('definitions', 'releases');
  return {
    ...rest,
    eventType: 'ms.azure-devops-release.deployment-approval-completed-event',
    resource: {
      approval,
      environment: releaseEnvironment,
      release: {
        id: 4,
        name: 'Release-1',
        project: { id: make.PROJECT, name: 'payments' },
      },
    },
    resourceContainers: undefined,
    message: {
      html: `Pre Deployment approval for release <a href='${href}'>Release-1</a>`,
    },
  };
}
