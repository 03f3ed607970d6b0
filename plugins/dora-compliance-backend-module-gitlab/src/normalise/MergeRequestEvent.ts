import type { Subject } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { User } from './accounts';
import type { Reading } from './DeliveryContext';
import {
  CommitId,
  Moment,
  Project,
  projectSubject,
  WebAddress,
} from './fields';

/** What all events on a merge request say that we use. */
export const MergeRequestEvent = z.looseObject({
  project: Project,
  user: User,
  object_attributes: z.looseObject({
    iid: z.number().int(),
    title: z.string(),
    url: WebAddress,
    updated_at: Moment,
    actioned_at: Moment.nullish(),
    /** Null while the change has no commits. */
    last_commit: z.looseObject({ id: CommitId }).nullable(),
  }),
  changes: z.looseObject({ updated_at: z.unknown().optional() }).nullish(),
});

export type MergeRequestEvent = z.output<typeof MergeRequestEvent>;

/** Of what is done to a change whose commit is not told, nothing is said. */
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

export function changeSubjects(event: MergeRequestEvent): Subject[] {
  return [
    projectSubject(event.project),
    { kind: 'change', uri: event.object_attributes.url },
  ];
}
