import {
  Attestations,
  digestsOf,
  Releases,
} from '../../collected/attestations';
import { Deployments } from '../../collected/deployments';
import type { GithubPart } from '../GithubPart';

/** Attestations of what was recently released or deployed. */
export const attestations: GithubPart = {
  name: 'attestations',
  async ask({ inquiry, path, recent }) {
    const releases = await inquiry.list(
      `${path}/releases?per_page=100`,
      Releases,
    );
    const deployments = await inquiry.list(
      `${path}/deployments?per_page=100`,
      Deployments,
      { isPast: deployment => deployment.created_at < recent },
    );
    // Releases come in the order of their commits, not of their publication.
    const published = (releases ?? []).filter(
      release => release.published_at && release.published_at >= recent,
    );
    for (const digest of digestsOf(published, deployments ?? [])) {
      const at = `${path}/attestations/${encodeURIComponent(digest)}`;
      const found = await inquiry.list(`${at}?per_page=100`, Attestations);
      const elsewhere = (found ?? []).filter(({ bundle }) => !bundle).length;
      if (elsewhere > 0) {
        inquiry.lacks(
          `GitHub holds ${elsewhere} of ${found?.length} attestations at GET ${at} elsewhere`,
        );
      }
    }
  },
};
