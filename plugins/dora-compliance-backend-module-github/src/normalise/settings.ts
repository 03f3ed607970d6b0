import type {
  Predicate,
  Statement,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { type DeliveryContext, momentOf } from './DeliveryContext';
import { identityOf, unknownIdentity, User } from './fields';
import type { Place } from './place';

type Settings = Predicate<'settings-changed'>;

/** What became of a setting. */
export type SettingChange = Pick<Settings, 'setting' | 'action'> &
  Partial<Pick<Settings, 'name' | 'role' | 'changedAt'>> & {
    fields?: readonly string[];
    /** Null for somebody whose account was deleted. */
    member?: User | null;
    /** What else it is about, e.g. an earlier address. */
    alsoAbout?: readonly Subject[];
  };

const Sent = z.looseObject({ sender: User.nullish() });

/** The field of a payload that tells what was changed. */
export const Changes = z.record(z.string(), z.unknown()).nullish();

/** Their names, in order, so that equal changes are equal. */
export function fieldsOf(changes: z.output<typeof Changes>): string[] {
  return Object.keys(changes ?? {}).sort();
}

/** Most payloads tell no moment: it is that of the delivery. */
export function settingsChanged(
  payload: unknown,
  place: Place,
  context: DeliveryContext,
  change: SettingChange,
): Statement {
  const { sender } = Sent.parse(payload);
  const { setting, action, name, member, role, fields = [] } = change;
  const changedAt = change.changedAt ?? momentOf(context);
  return {
    type: 'settings-changed',
    subjects: [place.subject, ...(change.alsoAbout ?? [])],
    predicate: {
      setting,
      action,
      ...(name && { name }),
      ...(member !== undefined && {
        member: member ? identityOf(member, place) : unknownIdentity(place),
      }),
      ...(role && { role }),
      changes: fields.map(field => ({ field })),
      ...(sender && { changedBy: identityOf(sender, place) }),
      changedAt,
    },
    observedAt: changedAt,
    sourceId: 'github',
  };
}
