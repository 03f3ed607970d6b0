import type {
  SettingsPaths,
  SourcePages,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';

/** Below the address of a project. */
const PATHS: SettingsPaths = {
  'branch-protection-observed': 'settings/repository',
  'credentials-observed': 'settings/access_tokens',
  'environment-protection-observed': 'settings/ci_cd',
  'log-retention-observed': 'settings/ci_cd',
  'pipeline-definition-observed': 'ci/editor',
  'pipeline-settings-observed': 'settings/ci_cd',
  'repository-access-observed': 'project_members',
  'runners-observed': 'settings/ci_cd',
  'secrets-observed': 'settings/ci_cd',
};

/**
 * The pages of some instances of GitLab.
 *
 * @param instances - their addresses, with the path that they are installed under
 */
export function createGitlabPages(instances: readonly string[]): SourcePages {
  const bases = instances.map(one => `${trim(one).toLowerCase()}/`);
  const locate = (uri: string) => {
    const project = trim(uri).replace(/\.git$/, '');
    const base = bases.find(one => project.toLowerCase().startsWith(one));
    // A project lies in a group, and its address has nothing behind its path.
    return base && /^[\w.-]+(\/[\w.-]+)+$/.test(project.slice(base.length))
      ? project
      : undefined;
  };
  return {
    settings({ kind, uri }, type) {
      const project = kind === 'repository' ? locate(uri) : undefined;
      const path = PATHS[type];
      return project && path && `${project}/-/${path}`;
    },
    commit(uri, commit) {
      const project = locate(uri);
      return project && `${project}/-/commit/${commit}`;
    },
  };
}

function trim(address: string): string {
  return address.replace(/(?<!\/)\/+$/, '');
}
