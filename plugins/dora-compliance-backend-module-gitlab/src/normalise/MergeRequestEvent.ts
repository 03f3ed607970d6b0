import type {
  Instant,
  SourceRepository,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { User } from './accounts';
import type { Reading } from './DeliveryContext';
import {
  CommitId,
  EventProject,
  Moment,
  projectSubject,
  WebAddress,
} from './fields';
import { readAddress, withProject } from './withProject';

const Number = z.number().int().nullish();

const MergeParams = z
  .looseObject({ auto_merge_strategy: z.string().nullish() })
  .nullish()
  .catch(undefined);

/** What all events on a merge request say that we use. */
export const MergeRequestEvent = z.looseObject({
  project: EventProject,
  user: User,
  object_attributes: z.looseObject({
    iid: z.number().int(),
    title: z.string(),
    /** Old versions do not report it. */
    url: WebAddress.nullish(),
    target_branch: z.string(),
    source_project_id: Number,
    target_project_id: Number,
    /** The project the commits come from; null when it was deleted. */
    source: z.unknown().optional(),
    merge_params: MergeParams,
    updated_at: Moment,
    actioned_at: Moment.nullish(),
    /** Null while the change has no commits. */
    last_commit: z.looseObject({ id: CommitId }).nullish(),
  }),
  changes: z
    .looseObject({
      updated_at: z.unknown().optional(),
      target_branch: z
        .looseObject({ previous: z.string().nullish() })
        .nullish()
        .catch(undefined),
      /** Whether it is to be merged by itself, as of now or by a train. */
      merge_when_pipeline_succeeds: z
        .looseObject({ previous: z.unknown(), current: z.unknown() })
        .nullish()
        .catch(undefined),
      merge_params: z
        .looseObject({ previous: MergeParams })
        .nullish()
        .catch(undefined),
    })
    .nullish(),
});

export type MergeRequestEvent = z.output<typeof MergeRequestEvent>;

/** The event as a shape reads it, whichever version sent it. */
export function parseMergeRequest<T extends z.ZodType>(
  shape: T,
  payload: unknown,
): z.output<T> {
  return shape.parse(withProject(payload));
}

/**
 * Of what is done to a change whose commit is not reported, nothing is said.
 */
export function withoutCommit(): Reading {
  const flaw = 'object_attributes.last_commit is null: the commit is not told';
  return { statements: [], flaws: [flaw] };
}

export function describeChange(change: {
  iid: number;
  title: string;
  url: string;
}) {
  return { number: String(change.iid), title: change.title, url: change.url };
}

/** The change an event is about. */
export function readChange({
  project,
  object_attributes: { iid, title, url },
}: MergeRequestEvent) {
  const address = url ?? `${project.web_url}/-/merge_requests/${iid}`;
  return describeChange({ iid, title, url: address });
}

export function changeSubjects(event: MergeRequestEvent): Subject[] {
  return [
    projectSubject(event.project),
    { kind: 'change', uri: readChange(event).url },
  ];
}

/** When the event happened: newer versions tell it apart from other updates. */
export function actedAt({ object_attributes: change }: MergeRequestEvent) {
  return change.actioned_at ?? (change.updated_at as Instant);
}

/** Where the commits come from, as far as GitLab reports. */
export function readSourceRepository({
  project,
  object_attributes: change,
}: MergeRequestEvent): { sourceRepository?: SourceRepository } {
  const { source_project_id: from, target_project_id: to, source } = change;
  const url = readAddress(source);
  if (typeof from === 'number' && typeof to === 'number') {
    return { sourceRepository: { ...(url && { url }), fork: from !== to } };
  }
  if (url) {
    const fork = url.toLowerCase() !== project.web_url.toLowerCase();
    return { sourceRepository: { url, fork } };
  }
  // Only another project can be gone while its merge request is there.
  return from === null ? { sourceRepository: { fork: true } } : {};
}
