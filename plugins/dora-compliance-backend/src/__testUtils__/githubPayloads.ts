/**
 * Deliveries of GitHub in the shape of its documentation, with what is read
 * of them and no more.
 */

const repository = {
  id: 186853002,
  name: 'Hello-World',
  full_name: 'Codertocat/Hello-World',
  html_url: 'https://github.com/Codertocat/Hello-World',
  default_branch: 'main',
  owner: { login: 'Codertocat', id: 21031067, type: 'User' },
};

const sender = { login: 'Codertocat', id: 21031067, type: 'User' };
const at = '2026-03-01T12:00:00Z';
const sha = 'a10867b14bb761a232cd80139fbd4c0d33264240';

/** A deployment to production that went well. */
export function deploymentStatus() {
  const url = `https://api.github.com/repos/${repository.full_name}/deployments/7`;
  return {
    action: 'created',
    deployment_status: {
      id: 8,
      url: `${url}/statuses/8`,
      state: 'success',
      environment: 'production',
      creator: sender,
      created_at: at,
      updated_at: at,
    },
    deployment: {
      id: 7,
      url,
      sha,
      ref: 'main',
      task: 'deploy',
      payload: {},
      environment: 'production',
      creator: sender,
      created_at: at,
      updated_at: at,
    },
    repository,
    sender,
  };
}

/** A commit on the default branch. */
export function push() {
  const commit = {
    id: sha,
    tree_id: 'f9d2a07e9488b91af2641b26b9407fe22a451433',
    distinct: true,
    message: 'Say hello',
    timestamp: at,
    url: `${repository.html_url}/commit/${sha}`,
    author: {
      name: 'Codertocat',
      email: 'c@bank.example',
      username: 'Codertocat',
    },
    committer: {
      name: 'Codertocat',
      email: 'c@bank.example',
      username: 'Codertocat',
    },
    added: ['hello.txt'],
    removed: [],
    modified: [],
  };
  return {
    ref: 'refs/heads/main',
    before: '0d1a26e67d8f5eaf1f6ba5c57fc3c7d91ac0fd1c',
    after: sha,
    created: false,
    deleted: false,
    forced: false,
    compare: `${repository.html_url}/compare/0d1a26e67d8f...a10867b14bb7`,
    commits: [commit],
    head_commit: commit,
    repository: { ...repository, pushed_at: Date.parse(at) / 1000 },
    pusher: { name: 'Codertocat', email: 'c@bank.example' },
    sender,
  };
}
