import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import {
  Action,
  identityOf,
  Moment,
  Repository,
  repositorySubject,
  unknownIdentity,
  User,
  WebAddress,
} from './fields';

const ReleaseEvent = z.looseObject({
  repository: Repository,
  release: z.looseObject({
    html_url: WebAddress,
    tag_name: z.string(),
    target_commitish: z.string(),
    name: z.string().nullable(),
    prerelease: z.boolean(),
    published_at: Moment,
    author: User.nullish(),
    assets: z.array(
      z.looseObject({
        name: z.string(),
        browser_download_url: WebAddress,
        digest: z.string().nullish(),
      }),
    ),
  }),
});

/** `release`: published. */
export function readRelease(payload: unknown): Statement[] {
  const { action } = Action.parse(payload);
  if (action !== 'published') {
    return [];
  }
  const { repository, release } = ReleaseEvent.parse(payload);
  const digests = release.assets
    .map(({ digest }) => digest?.toLowerCase() ?? '')
    .filter(digest => /^sha256:[0-9a-f]{64}$/.test(digest));
  return [
    {
      type: 'artifact-published',
      subjects: [
        repositorySubject(repository),
        { kind: 'release', uri: release.html_url },
        ...[...new Set(digests)].map(digest => ({
          kind: 'artifact' as const,
          digest,
        })),
      ],
      predicate: {
        release: {
          tag: release.tag_name,
          name: release.name || release.tag_name,
          url: release.html_url,
        },
        target: release.target_commitish,
        publishedBy: release.author
          ? identityOf(release.author, repository)
          : unknownIdentity(repository),
        publishedAt: release.published_at,
        prerelease: release.prerelease,
        artifacts: release.assets.map(asset => ({
          name: asset.name,
          url: asset.browser_download_url,
          ...(asset.digest && { digest: asset.digest }),
        })),
      },
      observedAt: release.published_at,
      sourceId: 'github',
    },
  ];
}
