import { z } from 'zod';
import { toIdentity } from '../accounts';
import type { Reader } from '../DeliveryContext';
import { parseSystem } from '../fields';
import {
  changedAt,
  requireInstance,
  instanceSubject,
  type SettingsAction,
  settingsChanged,
  Timestamps,
} from './settingsChanged';

const UserEvent = Timestamps.extend({
  user_id: z.number().int(),
  username: z.string().min(1),
  old_username: z.string().nullish(),
});

/** An account was made, removed or given another name. */
export const userChanged =
  (action: SettingsAction): Reader =>
  (payload, context) => {
    const event = UserEvent.parse(payload);
    const { user_id: id, username, old_username: old } = event;
    return [
      settingsChanged([instanceSubject(context)], {
        setting: 'user',
        action,
        name: username,
        member: toIdentity(
          { id, username },
          parseSystem(requireInstance(context)),
        ),
        changes: old
          ? [{ field: 'username', before: old, after: username }]
          : [],
        changedAt: changedAt(action, event, context),
      }),
    ];
  };
