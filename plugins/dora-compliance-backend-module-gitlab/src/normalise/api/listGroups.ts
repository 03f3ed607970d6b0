import type { ProjectSettings } from './ProjectSettings';

/** The groups a project is in, from the outermost on; none for one of a person. */
export function listGroups({
  path_with_namespace: path,
  namespace,
}: ProjectSettings): string[] {
  const names = path.split('/').slice(0, -1);
  return isOfPerson({ namespace })
    ? []
    : names.map((_, at) => names.slice(0, at + 1).join('/'));
}

/** Whether a project belongs to the account of a person. */
export function isOfPerson({ namespace }: Partial<ProjectSettings>): boolean {
  return typeof namespace === 'object' && namespace?.kind === 'user';
}
