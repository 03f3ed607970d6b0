import { z } from 'zod';
import { identityOf, User } from '../accounts';
import { systemOf } from '../fields';
import { DEVELOPER, MAINTAINER, roleOf } from './accessLevel';
import type { PartReader } from './GitlabAnswers';

export const Member = User.extend({
  id: z.number().int(),
  username: z.string().min(1),
  state: z.string().nullish(),
  membership_state: z.string().nullish(),
  access_level: z.number().int(),
  member_role: z.looseObject({ name: z.string().min(1) }).nullish(),
});

type Member = z.output<typeof Member>;

/** States of an account that can't sign in until somebody else changes that. */
const BLOCKED = [
  'banned',
  'blocked',
  'blocked_pending_approval',
  'ldap_blocked',
];

/** Somebody who is blocked, or no member yet, can do nothing. */
function levelOf({ state, membership_state: membership, ...member }: Member) {
  const isOut = BLOCKED.includes(state ?? '') || membership === 'awaiting';
  return isOut ? 0 : member.access_level;
}

/**
 * Who may do what in a project, by its own members and those of its groups.
 */
export const readAccess: PartReader = answers => {
  const members = answers.items(/^\/members\/all$/, Member);
  const project = answers.project;
  if (!members) {
    return [];
  }
  const system = systemOf(answers.document.target);
  return [
    answers.setting('repository-access-observed', {
      members: members.map(member => {
        const level = levelOf(member);
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
