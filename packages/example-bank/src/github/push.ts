import { buildPerson, buildRepository, buildUser } from './names';

const webFlow = {
  name: 'GitHub',
  email: 'noreply@github.com',
  username: 'web-flow',
};

/** Payload of `push` of one commit to the default branch. */
export function pushEvent(push: {
  service: string;
  before: string;
  after: string;
  /** The commit before the last one, if there are two. */
  first?: string;
  message: string;
  author: string;
  sender: string;
  /** Whether GitHub made the commit when a pull request was merged. */
  byMerge: boolean;
  at: string;
}) {
  const repository = buildRepository(push.service);
  const commit = {
    id: push.after,
    tree_id: push.after,
    distinct: true,
    message: push.message,
    timestamp: push.at,
    url: `${repository.html_url}/commit/${push.after}`,
    author: buildPerson(push.author),
    committer: push.byMerge ? webFlow : buildPerson(push.author),
    added: [],
    removed: [],
    modified: ['src/index.ts'],
  };
  return {
    ref: 'refs/heads/main',
    before: push.before,
    after: push.after,
    created: /^0+$/.test(push.before),
    deleted: false,
    forced: false,
    base_ref: null,
    compare: `${repository.html_url}/compare/${push.before}...${push.after}`,
    commits: [...(push.first ? [{ ...commit, id: push.first }] : []), commit],
    head_commit: commit,
    repository: { ...repository, pushed_at: Date.parse(push.at) / 1000 },
    pusher: {
      name: push.sender,
      email: `${push.sender}@meridian.example`,
    },
    sender: buildUser(push.sender),
  };
}
