import { Accounts, OrganizationAnswer } from '../../normalise/api/organization';
import type { GithubPart } from '../GithubPart';

/** The evidence is then incomplete, and the round is not (ADR 0063). */
const ONLY_OWNERS = /^422 /;

/** The settings of the organization that owns the repository, if one does. */
export const organization: GithubPart = {
  name: 'organization',
  async *ask({ inquiry, repository: { owner }, takeOwner }) {
    if (!takeOwner(owner.login)) {
      return;
    }
    if (owner.type === 'Organization') {
      const at = `/orgs/${owner.login}`;
      inquiry.requires('Administration: read of the organization');
      await inquiry.get(at, OrganizationAnswer);
      inquiry.requires('Members: read of the organization');
      for (const list of [
        'members?role=admin',
        'members?filter=2fa_disabled',
        'outside_collaborators?filter=2fa_disabled',
      ]) {
        await inquiry.list(`${at}/${list}&per_page=100`, Accounts, {
          absence: ONLY_OWNERS,
        });
      }
    }
    yield inquiry;
  },
};
