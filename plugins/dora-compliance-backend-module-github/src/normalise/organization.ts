import type {
  Identity,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import type { DeliveryContext } from './DeliveryContext';
import { Changes, listFieldChanges } from './fieldChanges';
import {
  toAccount,
  Action,
  Moment,
  readSystem,
  User,
  WebAddress,
} from './fields';
import {
  readOrganizationPlace,
  ownerPage,
  ownerPlace,
  type Place,
} from './place';
import { settingsChanged } from './settings';

const MembershipEvent = z.looseObject({
  action: z.enum(['member_added', 'member_removed']),
  membership: z.looseObject({
    role: z.string().nullish(),
    user: User.nullish(),
  }),
});

const InvitationEvent = z.looseObject({
  user: User.nullish(),
  invitation: z.looseObject({
    login: z.string().nullish(),
    email: z.string().nullish(),
    role: z.string().nullish(),
    inviter: User.nullish(),
    created_at: Moment.nullish(),
  }),
});

const Renamed = z.looseObject({
  login: z.looseObject({ from: z.string().nullish() }).nullish(),
  slug: z.looseObject({ from: z.string().nullish() }).nullish(),
});

const OrganizationEvent = z.looseObject({
  action: z.enum(['renamed', 'deleted']),
  organization: z.looseObject({ login: z.string().min(1), url: WebAddress }),
  changes: Changes,
});

const TargetEvent = z.looseObject({
  account: z.looseObject({
    login: z.string().nullish(),
    slug: z.string().nullish(),
    html_url: WebAddress,
  }),
  changes: Changes,
  target_type: z.string().nullish(),
});

const BlockEvent = z.looseObject({
  action: z.enum(['blocked', 'unblocked']),
  blocked_user: User.nullish(),
});

/** `organization`: who belongs to it or is invited, and its own end or name. */
export function readOrganization(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const { action } = Action.parse(payload);
  switch (action) {
    case 'member_added':
    case 'member_removed':
      return [readMember(payload, context)];
    case 'member_invited':
      return [readInvitation(payload, context)];
    case 'renamed':
    case 'deleted':
      return [readItself(payload, context)];
    default:
      return [];
  }
}

function readMember(payload: unknown, context: DeliveryContext): Statement {
  const { action, membership } = MembershipEvent.parse(payload);
  const place = readOrganizationPlace(payload);
  return settingsChanged(payload, place, context, {
    setting: 'member',
    action: action === 'member_added' ? 'added' : 'removed',
    member: toAccount(membership.user, place),
    role: membership.role ?? undefined,
  });
}

function readInvitation(payload: unknown, context: DeliveryContext): Statement {
  const { invitation, user } = InvitationEvent.parse(payload);
  const { login, email, role, inviter, created_at } = invitation;
  const place = readOrganizationPlace(payload);
  return settingsChanged(payload, place, context, {
    setting: 'invitation',
    action: 'created',
    name: login || email || user?.login,
    member: readInvited({ login, email, user }, place),
    role: role ?? undefined,
    changedBy: inviter,
    changedAt: created_at ?? undefined,
  });
}

/** Somebody who may have no account yet, and is known by an address alone. */
function readInvited(
  {
    login,
    email,
    user,
  }: {
    login?: string | null;
    email?: string | null;
    user?: User | null;
  },
  place: Place,
): Identity {
  if (user) {
    return toAccount(user, place);
  }
  const system = readSystem(place);
  return login || email
    ? {
        system,
        ...(login && { login }),
        ...(email && { email }),
        kind: 'unknown',
      }
    : toAccount(null, place);
}

function readItself(payload: unknown, context: DeliveryContext): Statement {
  const { action, organization, changes } = OrganizationEvent.parse(payload);
  const former = Renamed.parse(changes ?? {}).login?.from;
  return settingsChanged(payload, readOrganizationPlace(payload), context, {
    setting: 'group',
    action: action === 'deleted' ? 'deleted' : 'edited',
    name: organization.login,
    changes: listFieldChanges(changes, organization),
    alsoAbout: former
      ? [ownerPlace(ownerPage(organization, former)).subject]
      : [],
  });
}

/** `installation_target`: the account an app is installed on was renamed. */
export function readInstallationTarget(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const { account, changes, target_type } = TargetEvent.parse(payload);
  const { login, slug } = Renamed.parse(changes ?? {});
  const former = login?.from || slug?.from;
  const page = account.html_url;
  return [
    settingsChanged(payload, ownerPlace(page), context, {
      setting: target_type === 'User' ? 'user' : 'group',
      action: 'edited',
      name: account.login || account.slug || undefined,
      changes: listFieldChanges(changes, account),
      alsoAbout: former
        ? [ownerPlace(page.replace(/(?<![^/])[^/]+\/*$/, former)).subject]
        : [],
    }),
  ];
}

/** `org_block`: an account was kept out of an organization, or let in again. */
export function readOrgBlock(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const { action, blocked_user: user } = BlockEvent.parse(payload);
  const place = readOrganizationPlace(payload);
  return [
    settingsChanged(payload, place, context, {
      setting: 'user',
      action: 'edited',
      name: user?.login,
      member: toAccount(user, place),
      changes: [{ field: 'blocked', after: action === 'blocked' }],
    }),
  ];
}
