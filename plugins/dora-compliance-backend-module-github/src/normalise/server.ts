import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import type { DeliveryContext } from './DeliveryContext';
import { toAccount, Action, User, WebAddress } from './fields';
import { readPlace, serverPlace } from './place';
import { settingsChanged } from './settings';

const Addressed = User.extend({ url: WebAddress });

/** `user`: an account of a GitHub Enterprise Server was made or deleted. */
export function readUser(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const { action, user } = z
    .looseObject({ action: z.enum(['created', 'deleted']), user: Addressed })
    .parse(payload);
  const place = serverPlace(user);
  return [
    settingsChanged(payload, place, context, {
      setting: 'user',
      action,
      name: user.login,
      member: toAccount(user, place),
    }),
  ];
}

/** `enterprise`: whether a server lets anybody read without an account. */
export function readEnterprise(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const { action } = Action.parse(payload);
  const change = anonymousAccess(action);
  if (!change) {
    return [];
  }
  const { sender } = z
    .looseObject({ sender: Addressed.nullish() })
    .parse(payload);
  const place = sender ? serverPlace(sender) : readPlace(payload);
  return [
    settingsChanged(payload, place, context, {
      setting: 'repository',
      action: 'edited',
      name: change.field,
      changes: [change],
    }),
  ];
}

/** The setting that two actions switch, of a server or a repository. */
export function anonymousAccess(action: string) {
  const [, state] = /^anonymous_access_(enabled|disabled)$/.exec(action) ?? [];
  return state
    ? { field: 'anonymous_access', after: state === 'enabled' }
    : undefined;
}
