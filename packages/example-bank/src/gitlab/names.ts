import { findFolder } from '../chains';
import { buildPerson, makeId } from '../github/names';

/** The GitLab of the bank. */
export const GITLAB = 'https://gitlab.meridian.example';

/** An account as GitLab describes it. */
export function buildGitlabUser(login: string) {
  return {
    id: makeId(`gitlab ${login}`),
    name: buildPerson(login).name,
    username: login,
    avatar_url: null,
    email: '[REDACTED]',
  };
}

/** The project of a service as GitLab describes it. */
export function buildProject(service: string) {
  const folder = findFolder(service);
  const path = `${folder}/${service}`;
  const address = `${GITLAB}/${path}`;
  return {
    id: makeId(`gitlab project ${path}`),
    name: service,
    description: '',
    web_url: address,
    avatar_url: null,
    git_ssh_url: `git@gitlab.meridian.example:${path}.git`,
    git_http_url: `${address}.git`,
    namespace: folder,
    visibility_level: 0,
    path_with_namespace: path,
    default_branch: 'main',
    ci_config_path: '',
  };
}

/** What older receivers read instead of the project. */
export function buildGitlabRepository(service: string) {
  const { name, git_ssh_url: url, web_url: homepage } = buildProject(service);
  return { name, url, description: '', homepage };
}

/** A commit as GitLab lists it. */
export function buildGitlabCommit(
  service: string,
  commit: { id: string; message: string; author: string; at: string },
) {
  const { name, email } = buildPerson(commit.author);
  return {
    id: commit.id,
    message: commit.message,
    title: commit.message.split('\n')[0],
    timestamp: commit.at,
    url: `${buildProject(service).web_url}/-/commit/${commit.id}`,
    author: { name, email },
  };
}

/** `2026-03-02 11:00:00 UTC`, as GitLab writes moments of merge requests. */
export function toGitlabTime(at: string): string {
  return at.replace('T', ' ').replace('Z', ' UTC');
}
