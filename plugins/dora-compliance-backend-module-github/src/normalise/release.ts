import type {
  Statement,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { type DeliveryContext, requireMoment } from './DeliveryContext';
import { Changes, listFieldChanges } from './fieldChanges';
import {
  toAccount,
  Action,
  toIdentity,
  Moment,
  Repository,
  repositorySubject,
  User,
  WebAddress,
} from './fields';
import { referenceSubject } from './reference';

const Release = z.looseObject({
  html_url: WebAddress,
  tag_name: z.string(),
  name: z.string().nullish(),
  draft: z.boolean().nullish(),
});

type Release = z.output<typeof Release>;

const PublishedEvent = z.looseObject({
  repository: Repository,
  release: Release.extend({
    target_commitish: z.string().nullish(),
    prerelease: z.boolean().nullish(),
    published_at: Moment.nullish(),
    author: User.nullish(),
    assets: z
      .array(
        z.looseObject({
          name: z.string(),
          browser_download_url: WebAddress,
          digest: z.string().nullish(),
        }),
      )
      .nullish(),
  }),
});

const ChangedEvent = z.looseObject({
  action: z.enum(['deleted', 'edited', 'unpublished']),
  repository: Repository,
  release: Release.extend({ updated_at: Moment.nullish() }),
  sender: User.nullish(),
  changes: Changes,
});

/**
 * `release`: published, edited, unpublished or deleted. A draft is no release
 * yet; `released` and `prereleased` come beside `published` or `edited`.
 */
export function readRelease(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const { action } = Action.parse(payload);
  switch (action) {
    case 'published':
      return [published(PublishedEvent.parse(payload), context)];
    case 'deleted':
    case 'edited':
    case 'unpublished': {
      const event = ChangedEvent.parse(payload);
      // What was unpublished is a draft from then on.
      return event.release.draft && action !== 'unpublished'
        ? []
        : [changed(event, context)];
    }
    default:
      return [];
  }
}

function published(
  event: z.output<typeof PublishedEvent>,
  context: DeliveryContext,
): Statement {
  const { repository, release } = event;
  const publishedAt = release.published_at ?? requireMoment(context);
  const { target_commitish: target } = release;
  const artifacts = (release.assets ?? []).map(asset => {
    const digest = asset.digest?.toLowerCase();
    return {
      name: asset.name,
      url: asset.browser_download_url,
      ...(digest && { digest }),
    };
  });
  const digests = artifacts.flatMap(({ digest }) =>
    digest && /^sha256:[0-9a-f]{64}$/.test(digest) ? [digest] : [],
  );
  return {
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
      release: describe(release),
      ...(target && { target }),
      publishedBy: toAccount(release.author, repository),
      publishedAt,
      prerelease: release.prerelease ?? false,
      artifacts,
    },
    observedAt: publishedAt,
    sourceId: 'github',
  };
}

function changed(
  event: z.output<typeof ChangedEvent>,
  context: DeliveryContext,
): Statement {
  const { action, repository, release, sender, changes } = event;
  const edited = action === 'edited' ? release.updated_at : undefined;
  const changedAt = edited ?? requireMoment(context);
  return {
    type: 'release-changed',
    subjects: listSubjects(event),
    predicate: {
      release: describe(release),
      action,
      changes: listFieldChanges(changes, release),
      ...(sender && { changedBy: toIdentity(sender, repository) }),
      changedAt,
    },
    observedAt: changedAt,
    sourceId: 'github',
  };
}

/** A draft has another page, and an edit may move a release to another tag. */
function listSubjects({
  repository,
  release,
  changes,
}: z.output<typeof ChangedEvent>): Subject[] {
  const { tag_name: tag } = z
    .looseObject({
      tag_name: z.looseObject({ from: z.string().min(1) }).nullish(),
    })
    .parse(changes ?? {});
  const pages = [release.tag_name, ...(tag ? [tag.from] : [])]
    .filter(Boolean)
    .map(name => referenceSubject(repository, { kind: 'tag', name }).uri);
  return [
    repositorySubject(repository),
    ...[...new Set([release.html_url, ...pages])].map(uri => ({
      kind: 'release' as const,
      uri,
    })),
  ];
}

function describe({ tag_name: tag, name, html_url: url }: Release) {
  return { tag, name: name || tag, url };
}
