import {
  commitSubject,
  type Statement,
  type Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import {
  type DeliveryContext,
  type Reading,
  requireSentAt,
} from './DeliveryContext';
import {
  CommitId,
  EventProject,
  Moment,
  projectSubject,
  SOURCE_ID,
  WebAddress,
} from './fields';

const Action = z.looseObject({ action: z.string() });

const ReleaseEvent = z.looseObject({
  project: EventProject,
  tag: z.string(),
  name: z.string().nullish(),
  url: WebAddress,
  created_at: Moment.nullish(),
  /** Whoever releases can choose it. */
  released_at: Moment.nullish(),
  commit: z.looseObject({ id: CommitId }).nullish(),
  assets: z
    .looseObject({
      links: z
        .array(z.looseObject({ name: z.string(), url: z.string() }))
        .nullish(),
    })
    .nullish(),
});

type ReleaseEvent = z.output<typeof ReleaseEvent>;

/**
 * `release`: created, edited or deleted. GitLab knows no pre-releases, and does
 * not show who released, nor what was edited.
 */
export function readRelease(
  payload: unknown,
  context: DeliveryContext,
): Reading {
  const { action } = Action.parse(payload);
  switch (action) {
    case 'create':
      return [published(ReleaseEvent.parse(payload), context)];
    case 'update':
      return [changed(ReleaseEvent.parse(payload), 'edited', context)];
    case 'delete':
      return [changed(ReleaseEvent.parse(payload), 'deleted', context)];
    default:
      return {
        statements: [],
        flaws: [`action ${action} of a release was not read`],
      };
  }
}

/** A release may be made that comes out later, or came out before. */
function published(event: ReleaseEvent, context: DeliveryContext): Statement {
  const { commit, assets } = event;
  const observedAt = event.created_at ?? requireSentAt(context, 'release');
  return {
    type: 'artifact-published',
    subjects: listSubjects(event),
    predicate: {
      release: describe(event),
      ...(commit && { target: commit.id }),
      publishedAt: event.released_at ?? observedAt,
      prerelease: false,
      artifacts: (assets?.links ?? []).map(({ name, url }) => ({ name, url })),
    },
    observedAt,
    sourceId: SOURCE_ID,
  };
}

function changed(
  event: ReleaseEvent,
  action: 'edited' | 'deleted',
  context: DeliveryContext,
): Statement {
  const changedAt = requireSentAt(context, 'change of a release');
  return {
    type: 'release-changed',
    subjects: listSubjects(event),
    predicate: { release: describe(event), action, changes: [], changedAt },
    observedAt: changedAt,
    sourceId: SOURCE_ID,
  };
}

function listSubjects({ project, commit, url }: ReleaseEvent): Subject[] {
  return [
    projectSubject(project),
    ...(commit ? [commitSubject(commit.id)] : []),
    { kind: 'release', uri: url },
  ];
}

function describe({ tag, name, url }: ReleaseEvent) {
  return { tag, name: name || tag, url };
}
