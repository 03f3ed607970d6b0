import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import type { DeliveryContext } from './DeliveryContext';
import { Changes, listFieldChanges } from './fieldChanges';
import { toAccount, User } from './fields';
import { readOrganizationPlace, readPlace } from './place';
import { settingsChanged } from './settings';

const To = z.looseObject({ to: z.string().nullish() }).nullish();

const MemberEvent = z.looseObject({
  action: z.enum(['added', 'edited', 'removed']),
  member: User.nullish(),
  changes: z.looseObject({ permission: To, role_name: To }).nullish(),
});

const MembershipEvent = z.looseObject({
  action: z.enum(['added', 'removed']),
  member: User.nullish(),
  team: z.looseObject({ name: z.string().nullish() }).nullish(),
});

const TeamEvent = z.looseObject({
  action: z.enum([
    'added_to_repository',
    'removed_from_repository',
    'created',
    'edited',
    'deleted',
  ]),
  team: z.looseObject({ name: z.string() }),
  repository: z
    .looseObject({
      permissions: z.record(z.string(), z.boolean()).nullish(),
      role_name: z.string().nullish(),
    })
    .nullish(),
  changes: Changes,
});

type TeamEvent = z.output<typeof TeamEvent>;

/** Rights from most to least. */
const rights = ['admin', 'maintain', 'push', 'triage', 'pull'];

/** `member`: access of one account to a repository. */
export function readMember(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const { action, member, changes } = MemberEvent.parse(payload);
  const place = readPlace(payload);
  return [
    settingsChanged(payload, place, context, {
      setting: 'member',
      action,
      member: toAccount(member, place),
      // `permission` knows three roles only and says write for maintain.
      role: changes?.role_name?.to ?? changes?.permission?.to ?? undefined,
      changes: listFieldChanges(changes),
    }),
  ];
}

/** `membership`: who is in a team of an organization. */
export function readMembership(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const { action, member, team } = MembershipEvent.parse(payload);
  const place = readOrganizationPlace(payload);
  return [
    settingsChanged(payload, place, context, {
      setting: 'team',
      action,
      name: team?.name ?? undefined,
      member: toAccount(member, place),
    }),
  ];
}

const teamActions = {
  added_to_repository: 'added',
  removed_from_repository: 'removed',
  created: 'created',
  edited: 'edited',
  deleted: 'deleted',
} as const;

/** `team`: a team, or its access to a repository. */
export function readTeam(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const event = TeamEvent.parse(payload);
  const { action, team, repository, changes } = event;
  return [
    settingsChanged(payload, readPlace(payload), context, {
      setting: 'team',
      action: teamActions[action],
      name: team.name,
      role: teamRole(event),
      changes: listFieldChanges(changes, { ...team, repository }),
    }),
  ];
}

/** `team_add`: what `team` with `added_to_repository` replaced. */
export function readTeamAdd(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const { team } = z
    .looseObject({ team: z.looseObject({ name: z.string() }) })
    .parse(payload);
  return [
    settingsChanged(payload, readPlace(payload), context, {
      setting: 'team',
      action: 'added',
      name: team.name,
    }),
  ];
}

/** What a team may do in the repository it was given, where reported. */
function teamRole({ action, repository }: TeamEvent): string | undefined {
  if (action === 'removed_from_repository') {
    return undefined;
  }
  return (
    repository?.role_name ||
    rights.find(right => repository?.permissions?.[right])
  );
}
