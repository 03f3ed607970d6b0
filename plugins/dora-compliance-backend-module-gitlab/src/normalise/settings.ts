import type {
  Predicate,
  Statement,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { identityOf } from './accounts';
import type { DeliveryContext, Reader } from './DeliveryContext';
import { Moment, ProjectPath, SOURCE_ID, systemOf } from './fields';

type Action = Predicate<'settings-changed'>['action'];

const MemberEvent = z.looseObject({
  updated_at: Moment,
  user_id: z.number().int(),
  user_username: z.string().min(1),
});

const OfProject = MemberEvent.extend({
  access_level: z.string(),
  project_path_with_namespace: ProjectPath,
});

const OfGroup = MemberEvent.extend({
  group_access: z.string(),
  group_id: z.number().int(),
  group_path: z.string().min(1),
});

const ProjectEvent = z.looseObject({
  updated_at: Moment,
  path_with_namespace: ProjectPath,
  old_path_with_namespace: ProjectPath.optional(),
});

/** Somebody's access to a project changed. */
export const projectMember =
  (action: Action): Reader =>
  (payload, context) => {
    const event = OfProject.parse(payload);
    const path = event.project_path_with_namespace;
    const uri = `${instanceOf(context)}/${path}`;
    const subject = { kind: 'repository', uri } as const;
    return [memberChanged(event, { action, subject, name: path, context })];
  };

/**
 * Somebody's access to a group changed. The hook tells the last part of the
 * group's path only, so its address in the API names it.
 */
export const groupMember =
  (action: Action): Reader =>
  (payload, context) => {
    const event = OfGroup.parse(payload);
    const uri = `${instanceOf(context)}/api/v4/groups/${event.group_id}`;
    const subject = { kind: 'organization', uri } as const;
    const name = event.group_path;
    return [memberChanged(event, { action, subject, name, context })];
  };

/** A project was made, removed, renamed, moved or described anew. */
export const projectChanged =
  (action: Action, ...fields: string[]): Reader =>
  (payload, context) => {
    const event = ProjectEvent.parse(payload);
    const instance = instanceOf(context);
    const paths = [event.path_with_namespace, event.old_path_with_namespace];
    return [
      {
        type: 'settings-changed',
        subjects: paths.flatMap(path =>
          path
            ? [{ kind: 'repository' as const, uri: `${instance}/${path}` }]
            : [],
        ),
        predicate: {
          setting: 'repository',
          action,
          name: event.path_with_namespace,
          changes: fields.map(field => ({ field })),
          changedAt: event.updated_at,
        },
        observedAt: event.updated_at,
        sourceId: SOURCE_ID,
      },
    ];
  };

function memberChanged(
  event: z.output<typeof OfProject> | z.output<typeof OfGroup>,
  about: {
    action: Action;
    subject: Subject & { uri: string };
    name: string;
    context: DeliveryContext;
  },
): Statement {
  const { action, subject, name, context } = about;
  // A removed member was last updated before the removal.
  const changedAt =
    action === 'removed'
      ? context.sentAt ?? event.updated_at
      : event.updated_at;
  const member = { id: event.user_id, username: event.user_username };
  return {
    type: 'settings-changed',
    subjects: [subject],
    predicate: {
      setting: 'member',
      action,
      name,
      member: identityOf(member, systemOf(subject.uri)),
      role: String(event.access_level ?? event.group_access),
      changes: [],
      changedAt,
    },
    observedAt: changedAt,
    sourceId: SOURCE_ID,
  };
}

/** These events name no address, only paths and numbers of their GitLab. */
function instanceOf({ instance }: DeliveryContext): string {
  if (!instance) {
    throw new TypeError(
      'the header X-Gitlab-Instance, which names the GitLab, is missing',
    );
  }
  return instance;
}
