import type { Subject } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { toIdentity } from '../accounts';
import type { DeliveryContext, Reading } from '../DeliveryContext';
import { EventProject, Moment, projectSubject, parseSystem } from '../fields';
import {
  groupSubjects,
  requireInstance,
  settingsChanged,
} from './settingsChanged';

const TokenEvent = z.looseObject({
  project: EventProject.nullish(),
  group: z
    .looseObject({
      group_id: z.number().int(),
      full_path: z.string().min(1).nullish(),
    })
    .nullish(),
  object_attributes: z.looseObject({
    name: z.string().min(1),
    created_at: Moment,
    expires_at: z.string().nullish(),
    /** The account that GitLab made for an access token. */
    user_id: z.number().int().nullish(),
    /** The name a deploy token signs in with. */
    username: z.string().min(1).nullish(),
  }),
});

type TokenEvent = z.output<typeof TokenEvent>;

/**
 * `access_token` or `deploy_token`: one is about to expire, the only time
 * GitLab reports on it. So it was made at some time, with that expiry.
 */
export function readToken(payload: unknown, context: DeliveryContext): Reading {
  const event = TokenEvent.parse(payload);
  const { name, created_at, expires_at, user_id, username } =
    event.object_attributes;
  const system = parseSystem(
    event.project?.web_url ?? requireInstance(context),
  );
  return [
    settingsChanged(listSubjects(event, context), {
      setting: 'access-token',
      action: 'created',
      name,
      ...((user_id || username) && {
        member: toIdentity({ id: user_id, username }, system),
      }),
      changes: expires_at ? [{ field: 'expires_at', after: expires_at }] : [],
      changedAt: created_at,
    }),
  ];
}

function listSubjects(
  { project, group }: TokenEvent,
  context: DeliveryContext,
): Subject[] {
  if (project) {
    return [projectSubject(project)];
  }
  if (!group) {
    throw new TypeError('neither project nor group is there');
  }
  const { group_id: id, full_path: path } = group;
  return groupSubjects({ id, path }, context);
}
