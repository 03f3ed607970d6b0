import type {
  SettingsPaths,
  SourcePages,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { githubTarget } from './collect/GithubTarget';

/** Below the address of a repository. */
const PATHS: SettingsPaths = {
  'branch-protection-observed': 'settings/branches',
  'credentials-observed': 'settings/keys',
  'environment-protection-observed': 'settings/environments',
  'log-retention-observed': 'settings/actions',
  'pipeline-definition-observed': 'tree/HEAD/.github/workflows',
  'pipeline-settings-observed': 'settings/actions',
  'repository-access-observed': 'settings/access',
  'runners-observed': 'settings/actions/runners',
  'secrets-observed': 'settings/secrets/actions',
};

/** The pages of GitHub on some hosts, such as `github.com`. */
export function createGithubPages(hosts: readonly string[]): SourcePages {
  const known = new Set(hosts.map(host => host.toLowerCase()));
  const locate = (kind: 'repository' | 'pipeline', uri: string) => {
    const target = githubTarget({ kind, uri });
    return target && known.has(target.host)
      ? {
          origin: new URL(uri).origin,
          repository: target.path.replace('/repos/', ''),
        }
      : undefined;
  };
  return {
    settings({ kind, uri }, type) {
      const found = locate(kind, uri);
      if (!found) {
        return undefined;
      }
      const { origin, repository } = found;
      if (type === 'organization-settings-observed') {
        const [owner] = repository.split('/');
        return `${origin}/organizations/${owner}/settings/security`;
      }
      const path = PATHS[type];
      return path && `${origin}/${repository}/${path}`;
    },
    commit(uri, commit) {
      const found = locate('repository', uri);
      return found && `${found.origin}/${found.repository}/commit/${commit}`;
    },
  };
}
