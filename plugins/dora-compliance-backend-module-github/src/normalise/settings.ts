import type {
  FieldChange,
  Identity,
  Predicate,
  Statement,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { type DeliveryContext, requireMoment } from './DeliveryContext';
import { toIdentity, User } from './fields';
import type { Place } from './place';

type Settings = Predicate<'settings-changed'>;

/** What became of a setting. */
type SettingChange = Pick<Settings, 'setting' | 'action'> &
  Partial<Pick<Settings, 'name' | 'role' | 'changedAt'>> & {
    changes?: FieldChange[];
    /** Whose access it is about. */
    member?: Identity;
    /** Who changed it, where that is not the sender. */
    changedBy?: User | null;
    /** What else it is about, e.g. an earlier address. */
    alsoAbout?: readonly Subject[];
  };

const Sent = z.looseObject({ sender: User.nullish() });

/** Most payloads report no moment: it is that of the delivery. */
export function settingsChanged(
  payload: unknown,
  place: Place,
  context: DeliveryContext,
  change: SettingChange,
): Statement {
  const { sender } = Sent.parse(payload);
  const { setting, action, name, member, role, changes = [] } = change;
  const changedAt = change.changedAt ?? requireMoment(context);
  const changedBy = change.changedBy ?? sender;
  return {
    type: 'settings-changed',
    subjects: [place.subject, ...(change.alsoAbout ?? [])],
    predicate: {
      setting,
      action,
      ...(name && { name }),
      ...(member && { member }),
      ...(role && { role }),
      changes,
      ...(changedBy && { changedBy: toIdentity(changedBy, place) }),
      changedAt,
    },
    observedAt: changedAt,
    sourceId: 'github',
  };
}
