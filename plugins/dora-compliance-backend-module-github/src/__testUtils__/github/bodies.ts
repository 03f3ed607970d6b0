/** A JSON object whose fields tests change. */
export type Body = Record<string, any>;

const WEB = 'https://github.example';
const API = `${WEB}/api/v3`;

/** `{ forks_url: base/forks, … }`, as GitHub links its objects. */
function links(base: string, names: readonly string[]): Body {
  return Object.fromEntries(
    names.map(name => [`${name}_url`, `${base}/${name}`]),
  );
}

const accountLinks = [
  'events',
  'followers',
  'following',
  'gists',
  'organizations',
  'received_events',
  'repos',
  'starred',
  'subscriptions',
];

/** An account as answers show it. */
export function userBody(login: string, id: number, type = 'User'): Body {
  const url = `${API}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id,
    node_id: `U_${id}`,
    avatar_url: `${WEB}/avatars/${id}`,
    gravatar_id: '',
    url,
    html_url: `${WEB}/${login.replace('[bot]', '')}`,
    ...links(url, accountLinks),
    type,
    site_admin: false,
  };
}

const repositoryLinks = [
  'archive',
  'assignees',
  'blobs',
  'branches',
  'collaborators',
  'comments',
  'commits',
  'compare',
  'contents',
  'contributors',
  'deployments',
  'downloads',
  'events',
  'forks',
  'git_commits',
  'git_refs',
  'git_tags',
  'hooks',
  'issue_comment',
  'issue_events',
  'issues',
  'keys',
  'labels',
  'languages',
  'merges',
  'milestones',
  'notifications',
  'pulls',
  'releases',
  'stargazers',
  'statuses',
  'subscribers',
  'subscription',
  'tags',
  'teams',
  'trees',
];

/** A repository as answers show it. */
export function repositoryBody(full_name: string, id: number): Body {
  const [owner = '', name] = full_name.split('/');
  const url = `${API}/repos/${full_name}`;
  const page = `${WEB}/${full_name}`;
  return {
    id,
    node_id: `R_${id}`,
    name,
    full_name,
    owner: userBody(owner, 100, 'Organization'),
    private: false,
    html_url: page,
    description: null,
    fork: false,
    url,
    ...links(url, repositoryLinks),
    clone_url: `${page}.git`,
    git_url: `git://github.example/${full_name}.git`,
    ssh_url: `git@github.example:${full_name}.git`,
    svn_url: page,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    default_branch: 'main',
    visibility: 'public',
    archived: false,
    disabled: false,
    has_discussions: false,
    has_downloads: true,
    has_issues: true,
    has_pages: false,
    has_projects: false,
    has_wiki: false,
    forks: 0,
    forks_count: 0,
    network_count: 0,
    open_issues: 0,
    open_issues_count: 0,
    size: 12,
    stargazers_count: 0,
    subscribers_count: 3,
    watchers: 0,
    watchers_count: 0,
    pushed_at: '2024-03-01T09:00:00Z',
    created_at: '2022-01-10T08:00:00Z',
    updated_at: '2024-03-01T09:00:00Z',
  };
}

/** A team as answers show it. */
export function teamBody(slug: string, id: number): Body {
  const url = `${API}/teams/${id}`;
  return {
    id,
    node_id: `T_${id}`,
    url,
    html_url: `${WEB}/orgs/bank/teams/${slug}`,
    name: slug,
    slug,
    description: null,
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    permission: 'push',
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    type: 'organization',
    organization_id: 100,
    parent: null,
  };
}
