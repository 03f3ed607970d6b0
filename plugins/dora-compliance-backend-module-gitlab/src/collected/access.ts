import { z } from 'zod';
import { identityOf, User } from '../normalise/accounts';
import { systemOf } from '../normalise/fields';
import { DEVELOPER, MAINTAINER, roleOf } from './accessLevel';
import { bodyOf, itemsOf } from './answers';
import type { CollectedReader } from './CollectedReader';
import { observed } from './observed';
import { PROJECT, ProjectSettings } from './ProjectSettings';

export const Member = User.extend({
  id: z.number().int(),
  username: z.string().min(1),
  state: z.string().nullish(),
  access_level: z.number().int(),
  member_role: z.looseObject({ name: z.string().min(1) }).nullish(),
});

/**
 * Who may do what in a project, by its own members and those of its groups.
 * Who is blocked can do nothing, whatever their role.
 */
export const readAccess: CollectedReader = document => {
  const members = itemsOf(document, /^\/members\/all$/, Member);
  const project = bodyOf(document, PROJECT, ProjectSettings);
  if (!members) {
    return [];
  }
  const system = systemOf(document.target);
  return [
    observed('repository-access-observed', document, {
      members: members.map(member => {
        const level = member.state === 'blocked' ? 0 : member.access_level;
        return {
          account: identityOf(member, system),
          role: member.member_role?.name ?? roleOf(member.access_level),
          admin: level >= MAINTAINER,
          mayWrite: level >= DEVELOPER,
        };
      }),
      ...(project?.shared_with_groups && {
        teams: project.shared_with_groups.map(group => ({
          name: group.group_full_path,
          role: roleOf(group.group_access_level),
        })),
      }),
    }),
  ];
};
