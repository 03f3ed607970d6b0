import { z } from 'zod';
import type { Reader } from '../DeliveryContext';
import { ProjectPath } from '../fields';
import {
  changedAt,
  requireInstance,
  type SettingsAction,
  settingsChanged,
  Timestamps,
} from './settingsChanged';

const ProjectEvent = Timestamps.extend({
  path_with_namespace: ProjectPath,
  old_path_with_namespace: ProjectPath.nullish(),
  project_visibility: z.string().nullish(),
});

/** A project was made, removed, renamed, moved or described in other words. */
export const projectChanged =
  (action: SettingsAction): Reader =>
  (payload, context) => {
    const event = ProjectEvent.parse(payload);
    const instance = requireInstance(context);
    const { path_with_namespace: path, old_path_with_namespace: old } = event;
    return [
      settingsChanged(
        [path, ...(old ? [old] : [])].map(name => ({
          kind: 'repository',
          uri: `${instance}/${name}`,
        })),
        {
          setting: 'repository',
          action,
          name: path,
          changes: [
            ...(old
              ? [{ field: 'path_with_namespace', before: old, after: path }]
              : []),
            ...readVisibility(event, action),
          ],
          changedAt: changedAt(action, event, context),
        },
      ),
    ];
  };

/** Who may see a project is news when it is made or removed alone. */
function readVisibility(
  { project_visibility: told }: z.output<typeof ProjectEvent>,
  action: SettingsAction,
) {
  // Some versions write `visibilitylevel|private`.
  const value = told?.replace(/^visibilitylevel\|/i, '');
  const field = 'project_visibility';
  if (!value || action === 'edited') {
    return [];
  }
  return [
    action === 'created' ? { field, after: value } : { field, before: value },
  ];
}
