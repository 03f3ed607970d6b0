import { OrganizationAnswer } from '../../normalise/api/organization';
import type { GithubPart } from '../GithubPart';

/** The settings of the organization that owns the repository, if one does. */
export const organization: GithubPart = {
  name: 'organization',
  async *ask({ inquiry, repository: { owner }, takeOwner }) {
    if (!takeOwner(owner.login)) {
      return;
    }
    if (owner.type === 'Organization') {
      await inquiry.get(`/orgs/${owner.login}`, OrganizationAnswer);
    }
    yield inquiry;
  },
};
