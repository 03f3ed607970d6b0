import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Subject } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { toIdentity } from '../accounts';
import type { DeliveryContext, Reader } from '../DeliveryContext';
import { ProjectPath, parseSystem } from '../fields';
import {
  changedAt,
  groupSubjects,
  requireInstance,
  type SettingsAction,
  settingsChanged,
  Timestamps,
} from './settingsChanged';

const MemberEvent = Timestamps.extend({
  user_id: z.number().int(),
  user_username: z.string().min(1).nullish(),
  user_name: z.string().nullish(),
  expires_at: z.string().nullish(),
});

type MemberEvent = z.output<typeof MemberEvent>;

const OfProject = MemberEvent.extend({
  access_level: z.string(),
  project_path_with_namespace: ProjectPath,
});

const OfGroup = MemberEvent.extend({
  group_access: z.string(),
  group_id: z.number().int(),
  group_path: z.string().min(1),
});

/** Somebody's access to a project changed. */
export const projectMember =
  (action: SettingsAction): Reader =>
  (payload, context) => {
    const event = OfProject.parse(payload);
    const { project_path_with_namespace: name, access_level: role } = event;
    const uri = `${requireInstance(context)}/${name}`;
    const subjects = [{ kind: 'repository', uri } as const];
    return [memberChanged(event, { action, subjects, name, role, context })];
  };

/**
 * Somebody's access to a group changed. The hook reports the last part of the
 * group's path only, so its address in the API names it.
 */
export const groupMember =
  (action: SettingsAction): Reader =>
  (payload, context) => {
    const event = OfGroup.parse(payload);
    const { group_path: name, group_access: role, group_id: id } = event;
    const subjects = groupSubjects({ id }, context);
    return [memberChanged(event, { action, subjects, name, role, context })];
  };

function memberChanged(
  event: MemberEvent,
  about: {
    action: SettingsAction;
    subjects: Subject[];
    name: string;
    role: string;
    context: DeliveryContext;
  },
): Statement {
  const { action, subjects, name, role, context } = about;
  const { expires_at: expiry } = event;
  const member = {
    id: event.user_id,
    username: event.user_username,
    name: event.user_name,
  };
  return settingsChanged(subjects, {
    setting: 'member',
    action,
    name,
    member: toIdentity(member, parseSystem(requireInstance(context))),
    role,
    // Of an edited member, GitLab does not show what is new.
    changes:
      action === 'added' && expiry
        ? [{ field: 'expires_at', after: expiry }]
        : [],
    changedAt: changedAt(action, event, context),
  });
}
