import type { Story } from '../Story';
import {
  buildGitlabCommit,
  buildGitlabRepository,
  buildGitlabUser,
  buildProject,
} from './names';

/** Payload of `Push Hook`: a merge request was merged by fast-forward. */
export function gitlabPushEvent(story: Story) {
  const { release, before, after, clock } = story;
  const { service, author, title } = release;
  const project = buildProject(service);
  const user = buildGitlabUser(author);
  return {
    object_kind: 'push',
    event_name: 'push',
    before,
    after,
    ref: 'refs/heads/main',
    ref_protected: true,
    checkout_sha: after,
    message: null,
    user_id: user.id,
    user_name: user.name,
    user_username: user.username,
    user_email: '',
    user_avatar: null,
    project_id: project.id,
    project,
    commits: [
      {
        ...buildGitlabCommit(service, {
          id: after,
          message: `${title}\n`,
          author,
          at: clock(-1450),
        }),
        added: [],
        modified: ['src/index.ts'],
        removed: [],
      },
    ],
    total_commits_count: 1,
    push_options: {},
    repository: buildGitlabRepository(service),
  };
}
