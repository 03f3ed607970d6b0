import { makeId, buildRepository, buildUser } from './names';

/** A workflow, what starts it, and the file that defines it. */
type Workflow = { name: string; path: string; event: string };

/** Builds and deploys a service; declared in the catalog. */
export const releaseWorkflow: Workflow = {
  name: 'Release',
  path: '.github/workflows/release.yml',
  event: 'push',
};

/** Started by hand when there is no time; in no catalog file. */
export const hotfixWorkflow: Workflow = {
  name: 'Hotfix',
  path: '.github/workflows/hotfix.yml',
  event: 'workflow_dispatch',
};

/** The number and the page of the run of a workflow on a commit. */
export function nameRun(service: string, { path }: Workflow, commit: string) {
  const id = makeId(`run ${service} ${path} ${commit}`);
  const { html_url: page } = buildRepository(service);
  return { id, url: `${page}/actions/runs/${id}` };
}

/** Payload of `workflow_run`: completed. */
export function workflowRunEvent(run: {
  workflow: Workflow;
  service: string;
  commit: string;
  conclusion: 'success' | 'failure';
  actor: string;
  startedAt: string;
  at: string;
}) {
  const { workflow } = run;
  const repository = buildRepository(run.service);
  const { id, url } = nameRun(run.service, workflow, run.commit);
  return {
    action: 'completed',
    workflow_run: {
      id,
      name: workflow.name,
      path: workflow.path,
      head_branch: 'main',
      head_sha: run.commit,
      run_number: 1,
      run_attempt: 1,
      event: workflow.event,
      status: 'completed',
      conclusion: run.conclusion,
      html_url: url,
      actor: buildUser(run.actor),
      triggering_actor: buildUser(run.actor),
      run_started_at: run.startedAt,
      created_at: run.startedAt,
      updated_at: run.at,
    },
    repository,
    sender: buildUser(run.actor),
  };
}
