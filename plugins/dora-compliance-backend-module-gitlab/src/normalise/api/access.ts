import { z } from 'zod';
import { toIdentity, User } from '../accounts';
import { parseSystem } from '../fields';
import { DEVELOPER, MAINTAINER, toRole } from './accessLevel';
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
function readLevel({ state, membership_state: membership, ...member }: Member) {
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
  const system = parseSystem(answers.document.target);
  return [
    answers.setting('repository-access-observed', {
      members: members.map(member => {
        const level = readLevel(member);
        return {
          account: toIdentity(member, system),
          role: member.member_role?.name ?? toRole(member.access_level),
          admin: level >= MAINTAINER,
          mayWrite: level >= DEVELOPER,
        };
      }),
      ...(project?.shared_with_groups && {
        teams: project.shared_with_groups.map(group => ({
          name: group.group_full_path,
          role: toRole(group.group_access_level),
        })),
      }),
    }),
  ];
};
