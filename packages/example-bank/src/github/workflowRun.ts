import { idOf, repositoryOf, userOf } from './names';

/** Payload of `workflow_run`: completed. */
export function workflowRunEvent(run: {
  service: string;
  commit: string;
  conclusion: 'success' | 'failure';
  actor: string;
  startedAt: string;
  at: string;
}) {
  const repository = repositoryOf(run.service);
  const id = idOf(`run ${run.service} ${run.commit}`);
  return {
    action: 'completed',
    workflow_run: {
      id,
      name: 'Build and test',
      path: '.github/workflows/build.yaml',
      head_branch: 'main',
      head_sha: run.commit,
      run_number: 1,
      run_attempt: 1,
      event: 'push',
      status: 'completed',
      conclusion: run.conclusion,
      html_url: `${repository.html_url}/actions/runs/${id}`,
      actor: userOf(run.actor),
      triggering_actor: userOf(run.actor),
      run_started_at: run.startedAt,
      created_at: run.startedAt,
      updated_at: run.at,
    },
    repository,
    sender: userOf(run.actor),
  };
}
