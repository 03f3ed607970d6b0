import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import type { Language } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import { composeMessage, type NamedPair } from './composeMessage';
import type { NotificationSettings } from './NotificationSettings';
import { netChanges } from './netChanges';
import type { StatusChange } from './StatusChange';

const KINDS = [
  { topic: 'not-satisfied', kind: 'notSatisfied' },
  { topic: 'not-assessed', kind: 'notAssessed' },
  { topic: 'satisfied', kind: 'satisfied' },
] as const;

/**
 * The messages about the changes of one owner: one for each kind that is switched on.
 * A message about one pair replaces the former one about it. Others have a scope of
 * their own, so that none hides what another one said; it stays the same when the
 * message is sent again after a crash.
 *
 * @param changes - by number
 */
export function composeChanges(
  language: Pick<Language, 'notifications'>,
  options: {
    ownerRef: string;
    changes: readonly StatusChange[];
    name: (change: StatusChange) => NamedPair;
    kinds: NotificationSettings['kinds'];
  },
): NotificationPayload[] {
  const { ownerRef, changes, name, kinds } = options;
  const net = netChanges(changes);
  return KINDS.flatMap(({ topic, kind }) => {
    const pairs = net.filter(({ to }) => to === topic).map(name);
    if (!kinds[kind] || pairs.length === 0) {
      return [];
    }
    const { entityRef, controlId } = pairs[0]!;
    const scope =
      pairs.length === 1
        ? `status:${entityRef}:${controlId}`
        : `${topic}:${ownerRef}:${changes[0]!.number}`;
    return composeMessage(language, { topic, ownerRef, pairs, scope });
  });
}
