import { around } from './around';
import { readPayload } from './payloads';

/** Decisions on deployments. */
export function reviewsOfDeployments() {
  const requested = readPayload('deployment_review.requested.0.json');
  const { environment, requestor, ...rest } = requested;
  const decided = {
    ...rest,
    approver: requestor,
    comment: 'Looks good.',
    workflow_job_runs: [
      rest.workflow_job_run,
      { ...rest.workflow_job_run, id: 9921448363, environment: 'production' },
    ],
  };
  const { deployment } = readPayload('deployment.created.1.json');
  return {
    'deployment_review.approved': { ...decided, action: 'approved' },
    'deployment_review.rejected': { ...decided, action: 'rejected' },
    'deployment_protection_rule.requested': {
      action: 'requested',
      environment: 'production',
      event: 'push',
      deployment_callback_url:
        'https://api.github.com/repos/Codertocat/Hello-World/actions/runs/1/deployment_protection_rule',
      deployment,
      pull_requests: [],
      ...around(),
    },
  };
}

/** A merged change, and a task on a runner of the entity. */
export function changes() {
  const closed = readPayload('pull_request.closed.3.json');
  const job = readPayload('workflow_job.completed.1.json');
  return {
    'pull_request.closed': {
      ...closed,
      pull_request: {
        ...closed.pull_request,
        merged: true,
        merged_at: '2019-05-15T15:20:33Z',
        merged_by: closed.sender,
        merge_commit_sha: 'c4295bd74fb0f4fda03689c3df3f2803b658fd85',
      },
    },
    'workflow_job.completed': {
      ...job,
      workflow_job: {
        ...job.workflow_job,
        labels: ['self-hosted', 'linux'],
        runner_name: 'vault-7',
        runner_group_name: 'Default',
      },
    },
  };
}
