import { repositoryUrl } from './repositoryUrl';
import type { JobJson } from './Settings';

/** The web address of the one repository a job says it is about. */
export function findRepository({ actions, scm }: JobJson): string | undefined {
  const told = [
    actions?.flatMap(action => action?.objectUrl ?? []),
    scm?.userRemoteConfigs?.flatMap(({ url }) => url ?? []),
  ];
  for (const urls of told) {
    const found = new Set(urls?.flatMap(url => repositoryUrl(url) ?? []));
    if (found.size > 0) {
      return found.size === 1 ? [...found][0] : undefined;
    }
  }
  return undefined;
}
