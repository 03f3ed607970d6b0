import type { Identity } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { toIdentity } from './accounts';

/** Who pushed, as events of branches and tags report it. */
export const Pusher = z.looseObject({
  user_id: z.number().int().nullish(),
  user_name: z.string().nullish(),
  user_username: z.string().nullish(),
  user_email: z.string().nullish(),
});

export function readPusher(
  event: z.output<typeof Pusher>,
  system: string,
): Identity {
  return toIdentity(
    {
      id: event.user_id,
      username: event.user_username || undefined,
      name: event.user_name,
      email: event.user_email,
    },
    system,
  );
}
