import { z } from 'zod';
import type { Reader } from '../DeliveryContext';
import { ProjectPath } from '../fields';
import {
  changedAt,
  groupSubjects,
  type SettingsAction,
  settingsChanged,
  Timestamps,
} from './settingsChanged';

const GroupEvent = Timestamps.extend({
  group_id: z.number().int(),
  path: ProjectPath,
  /** Older versions report the last part of the path only. */
  full_path: ProjectPath.nullish(),
  old_path: ProjectPath.nullish(),
  old_full_path: ProjectPath.nullish(),
});

/** A group or subgroup was made, removed or given another path. */
export const groupChanged =
  (action: SettingsAction): Reader =>
  (payload, context) => {
    const event = GroupEvent.parse(payload);
    const { group_id: id, full_path: path } = event;
    return [
      settingsChanged(groupSubjects({ id, path }, context), {
        setting: 'group',
        action,
        name: path ?? event.path,
        changes: pathChange(event),
        changedAt: changedAt(action, event, context),
      }),
    ];
  };

function pathChange(event: z.output<typeof GroupEvent>) {
  const { full_path: path, old_full_path: old } = event;
  if (path && old) {
    return [{ field: 'full_path', before: old, after: path }];
  }
  return event.old_path
    ? [{ field: 'path', before: event.old_path, after: event.path }]
    : [];
}
