import { makeId } from '../github/names';
import type { Story } from '../Story';
import { buildProject, GITLAB } from './names';

/** Payload of `Deployment Hook`. */
export function gitlabDeploymentEvent(
  story: Story,
  step: {
    environment: 'staging' | 'production';
    status: 'running' | 'success';
    at: string;
  },
) {
  const { release, after } = story;
  const { service, title } = release;
  const { environment, status, at } = step;
  const project = buildProject(service);
  const job = makeId(`job ${service} ${after} ${environment}`);
  // The account of an access token of the project.
  const username = `project_${project.id}_bot_5c1e9b4c`;
  return {
    object_kind: 'deployment',
    status,
    status_changed_at: at.replace('T', ' ').replace('Z', ' +0000'),
    deployment_id: makeId(`deployment ${service} ${after} ${environment}`),
    deployable_id: job,
    deployable_url: `${project.web_url}/-/jobs/${job}`,
    environment,
    environment_tier: environment,
    environment_slug: environment,
    environment_external_url: null,
    project,
    short_sha: after.slice(0, 8),
    user: {
      id: makeId(username),
      name: 'deploy',
      username,
      avatar_url: null,
      email: '[REDACTED]',
    },
    user_url: `${GITLAB}/${username}`,
    commit_url: `${project.web_url}/-/commit/${after}`,
    commit_title: title,
    ref: 'main',
  };
}
