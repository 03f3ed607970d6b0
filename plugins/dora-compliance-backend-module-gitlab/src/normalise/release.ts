import {
  commitSubject,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import {
  CommitId,
  Moment,
  Project,
  projectSubject,
  SOURCE_ID,
  WebAddress,
} from './fields';

const ReleaseEvent = z.looseObject({
  project: Project,
  tag: z.string(),
  name: z.string(),
  url: WebAddress,
  created_at: Moment.nullish(),
  released_at: Moment,
  commit: z.looseObject({ id: CommitId }).nullish(),
  assets: z.looseObject({
    links: z.array(z.looseObject({ name: z.string(), url: z.string() })),
  }),
});

/**
 * `release`: created. GitLab knows no pre-releases, and does not tell who
 * released. One may be made that comes out later, or came out before.
 */
export function readRelease(payload: unknown): Statement[] {
  const { action } = z.looseObject({ action: z.string() }).parse(payload);
  if (action !== 'create') {
    return [];
  }
  const release = ReleaseEvent.parse(payload);
  const { tag, name, url, commit, assets, released_at: publishedAt } = release;
  return [
    {
      type: 'artifact-published',
      subjects: [
        projectSubject(release.project),
        ...(commit ? [commitSubject(commit.id)] : []),
        { kind: 'release', uri: url },
      ],
      predicate: {
        release: { tag, name, url },
        ...(commit && { target: commit.id }),
        publishedAt,
        prerelease: false,
        artifacts: assets.links.map(link => ({
          name: link.name,
          url: link.url,
        })),
      },
      observedAt: release.created_at ?? publishedAt,
      sourceId: SOURCE_ID,
    },
  ];
}
