import { z } from 'zod';
import {
  type DeliveryContext,
  type Reading,
  requireSentAt,
} from './DeliveryContext';
import { CommitId, EventProject, parseSystem } from './fields';
import { Pusher, readPusher } from './pusher';
import { referenceChanged } from './reference';
import { withProject } from './withProject';

const TagEvent = Pusher.extend({
  ref: z.string(),
  before: CommitId,
  after: CommitId,
  /** The commit behind the tag; null when it was deleted. */
  checkout_sha: CommitId.nullish(),
  project: EventProject,
});

const TAG = /^refs\/tags\/(?=.)/;

/** What stands for no commit. */
const NO_COMMIT = /^0+$/;

/**
 * `tag_push`: a tag was created, moved or deleted. `before` and `after` of an
 * annotated tag are no commits, and GitLab does not show which tags are
 * annotated; `checkout_sha` is the commit in any case.
 */
export function readTag(payload: unknown, context: DeliveryContext): Reading {
  const event = TagEvent.parse(withProject(payload));
  if (!TAG.test(event.ref)) {
    const flaws = [`ref ${event.ref} is not a tag: the change was not read`];
    return { statements: [], flaws };
  }
  const isGone = NO_COMMIT.test(event.after);
  const commit = isGone ? undefined : event.checkout_sha;
  return [
    referenceChanged(event.project, {
      reference: { kind: 'tag', name: event.ref.replace(TAG, '') },
      action: isGone ? 'deleted' : arrival(event.before),
      ...(commit && { after: commit }),
      changedBy: readPusher(event, parseSystem(event.project.web_url)),
      changedAt: requireSentAt(context, 'change of a tag'),
    }),
  ];
}

function arrival(before: string): 'created' | 'moved' {
  return NO_COMMIT.test(before) ? 'created' : 'moved';
}
