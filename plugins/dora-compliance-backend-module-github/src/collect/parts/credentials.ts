import { DeployKeys, Installations } from '../../normalise/api/credentials';
import type { GithubPart } from '../GithubPart';

/** What acts on the repository without a person: keys and applications. */
export const credentials: GithubPart = {
  name: 'credentials',
  async ask({ inquiry, path, repository: { owner } }) {
    inquiry.requires('Administration: read');
    await inquiry.list(`${path}/keys?per_page=100`, DeployKeys);
    if (owner.type === 'Organization') {
      inquiry.requires('Administration: read of the organization');
      await inquiry.list(
        `/orgs/${owner.login}/installations?per_page=100`,
        Installations,
      );
    }
  },
};
