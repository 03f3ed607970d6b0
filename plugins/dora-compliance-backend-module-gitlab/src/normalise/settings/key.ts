import { createHash } from 'node:crypto';
import { z } from 'zod';
import { toIdentity } from '../accounts';
import type { Reader } from '../DeliveryContext';
import { parseSystem } from '../fields';
import {
  changedAt,
  requireInstance,
  instanceSubject,
  settingsChanged,
  Timestamps,
} from './settingsChanged';

const KeyEvent = Timestamps.extend({
  id: z.number().int(),
  key: z.string(),
  username: z.string().min(1).nullish(),
});

/** An SSH key with which an account may push was added or removed. */
export const userKey =
  (action: 'created' | 'deleted'): Reader =>
  (payload, context) => {
    const event = KeyEvent.parse(payload);
    const { username } = event;
    const print = computeFingerprint(event);
    return [
      settingsChanged([instanceSubject(context)], {
        setting: 'user',
        action: 'edited',
        ...(username && {
          name: username,
          member: toIdentity(
            { username },
            parseSystem(requireInstance(context)),
          ),
        }),
        changes: [
          {
            field: 'key',
            ...(action === 'created' ? { after: print } : { before: print }),
          },
        ],
        changedAt: changedAt(action, event, context),
      }),
    ];
  };

/**
 * A deploy key was added or removed. Which projects it opens is not reported;
 * it may belong to whoever made it.
 */
export const deployKey =
  (action: 'created' | 'deleted'): Reader =>
  (payload, context) => {
    const event = KeyEvent.parse(payload);
    const { username } = event;
    return [
      settingsChanged([instanceSubject(context)], {
        setting: 'deploy-key',
        action,
        name: computeFingerprint(event),
        ...(username && {
          member: toIdentity(
            { username },
            parseSystem(requireInstance(context)),
          ),
        }),
        changes: [],
        changedAt: changedAt(action, event, context),
      }),
    ];
  };

/** As `ssh-keygen -l` writes it: whoever knows a key can find it by that. */
function computeFingerprint({ key, id }: z.output<typeof KeyEvent>): string {
  const [, data = ''] =
    /^\S+\s+([A-Za-z0-9+/]+={0,2})(\s|$)/.exec(key.trim()) ?? [];
  if (!data) {
    return `#${id}`;
  }
  const digest = createHash('sha256').update(Buffer.from(data, 'base64'));
  return `SHA256:${digest.digest('base64').replace(/={1,2}$/, '')}`;
}
