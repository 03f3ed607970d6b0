import { buildPerson } from '../github/names';
import type { Story } from '../Story';
import { buildAzurePerson, buildAzureRepository } from './names';

/** Resource of `git.push`: a pull request was merged by fast-forward. */
export function azurePush(story: Story) {
  const { release, number, before, after, clock } = story;
  const { service, author, title } = release;
  const repository = buildAzureRepository(service);
  const { name, email } = buildPerson(author);
  const git = { name, email, date: clock(-1450) };
  return {
    commits: [
      {
        commitId: after,
        author: git,
        committer: git,
        comment: title,
        url: `${repository.url}/commits/${after}`,
      },
    ],
    refUpdates: [
      { name: 'refs/heads/main', oldObjectId: before, newObjectId: after },
    ],
    repository,
    pushedBy: buildAzurePerson(author),
    pushId: number,
    date: clock(-60),
    url: `${repository.url}/pushes/${number}`,
  };
}
