import { Environments } from '../../normalise/api/environments';
import { Secrets } from '../../normalise/api/secrets';
import type { GithubPart } from '../GithubPart';

/** The names of the secrets that workflows can read, where each is stored. */
export const secrets: GithubPart = {
  name: 'secrets',
  async ask({ inquiry, path, repository: { owner } }) {
    const list = (at: string) =>
      inquiry.list(`${path}${at}?per_page=100`, Secrets);
    inquiry.requires('Secrets: read');
    await list('/actions/secrets');
    if (owner.type === 'Organization') {
      await list('/actions/organization-secrets');
    }
    inquiry.requires('Actions: read');
    const environments = await inquiry.list(
      `${path}/environments?per_page=100`,
      Environments,
    );
    inquiry.requires('Environments: read');
    for (const { name } of environments ?? []) {
      await list(`/environments/${encodeURIComponent(name)}/secrets`);
    }
  },
};
