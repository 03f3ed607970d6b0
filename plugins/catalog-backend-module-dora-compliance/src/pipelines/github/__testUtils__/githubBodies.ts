import type { FakeRepository } from './FakeRepository';

const SINCE = '2025-01-08T23:48:37.000Z';

/** A repository as GitHub reports it, in short. */
export function repositoryBody({ id, name, archived }: FakeRepository) {
  return {
    id,
    name,
    full_name: `bank/${name}`,
    html_url: `https://github.com/bank/${name}`,
    archived: archived ?? false,
    disabled: false,
    private: true,
    created_at: SINCE,
  };
}

/** A workflow as GitHub reports it. */
export function workflowBody(repository: string, path: string) {
  const file = path.split('/').pop() ?? path;
  const at = `https://github.com/bank/${repository}`;
  const id = [...`${repository}/${path}`].reduce(
    (sum, character) => (sum * 31 + character.charCodeAt(0)) % 1_000_003,
    7,
  );
  return {
    id,
    node_id: `W_${id}`,
    name: file.replace(/\.ya?ml$/, ''),
    path,
    state: 'active',
    created_at: SINCE,
    updated_at: SINCE,
    url: `https://api.github.com/repos/bank/${repository}/actions/workflows/${id}`,
    html_url: `${at}/blob/main/${path}`,
    badge_url: `${at}/actions/workflows/${file}/badge.svg`,
  };
}
