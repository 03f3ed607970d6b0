import type { Subject } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { User } from './accounts';
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
    last_commit: z.looseObject({ id: CommitId }),
  }),
});

export type MergeRequestEvent = z.output<typeof MergeRequestEvent>;

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
