import type {
  SettingsPaths,
  SourcePages,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { projectUri } from './place';
import { parseRepositoryPlace, repositoryUri } from './repositoryPlace';

/** Below the address of a project: its repositories share these settings. */
const PATHS: SettingsPaths = {
  'branch-protection-observed': '_settings/repositories',
  'credentials-observed': '_settings/adminservices',
  'environment-protection-observed': '_environments',
  'log-retention-observed': '_settings/settings',
  'pipeline-settings-observed': '_settings/settings',
  'runners-observed': '_settings/agentqueues',
  'secrets-observed': '_library',
};

/** The pages of Azure DevOps on some hosts, such as `dev.azure.com`. */
export function createAzureDevOpsPages(hosts: readonly string[]): SourcePages {
  const known = new Set(hosts.map(host => host.toLowerCase()));
  const locate = (uri: string) => {
    const place = parseRepositoryPlace(uri);
    return place && known.has(place.organisation.host.toLowerCase())
      ? place
      : undefined;
  };
  return {
    settings({ kind, uri }, type) {
      const place = kind === 'repository' ? locate(uri) : undefined;
      const path = PATHS[type];
      return (
        place &&
        path &&
        `${projectUri(place.organisation, place.project)}/${path}`
      );
    },
    commit(uri, commit) {
      const place = locate(uri);
      return place && `${repositoryUri(place)}/commit/${commit}`;
    },
  };
}
