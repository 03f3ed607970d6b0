import { findChain } from '../../chains';
import { earlierReleases } from '../../earlierReleases';
import { releases } from '../../Release';
import { buildRepository } from '../names';
import { findActionsSetting, sharedRunners } from './actions';
import { findContents } from './contents';
import { listCollaborators, listOwners, listTeam } from './people';
import { buildProtection, listEnvironments } from './protection';
import { listAnalyses } from './scans';

/** The answer to a request. */
type Answer = { status: number; body: unknown };

const NOT_FOUND: Answer = { status: 404, body: { message: 'Not Found' } };

/** The services whose source is at GitHub. */
const services = new Set([
  ...[...earlierReleases, ...releases]
    .map(({ service }) => service)
    .filter(service => findChain(service).source === 'github'),
  'money-types',
]);

/**
 * What the API of GitHub answers about the bank: settings, access rights and scans.
 * Its lists of changes, runs and deployments are empty: deliveries report those.
 *
 * @param request - path and query below the address of the API
 * @param midnight - the day up to which things happened
 */
export function answerGithub(
  { pathname: path, searchParams }: Pick<URL, 'pathname' | 'searchParams'>,
  midnight: number,
): Answer {
  const [, list, owner, service = '', ...below] = path.split('/');
  const isOurs = list === 'repos' && owner === 'meridian-bank';
  const found =
    isOurs && services.has(service)
      ? answerRepository(service, decodeURIComponent(below.join('/')), midnight)
      : answerOrganization(`${path}${writeFilter(searchParams)}`);
  return found === undefined ? NOT_FOUND : { status: 200, body: found };
}

/** Of a query, what chooses among accounts. */
function writeFilter(query: URLSearchParams): string {
  const [name] = ['role', 'filter'].filter(one => query.has(one));
  return name ? `?${name}=${query.get(name)}` : '';
}

function answerOrganization(path: string): unknown {
  return {
    '/orgs/meridian-bank': {
      login: 'meridian-bank',
      two_factor_requirement_enabled: true,
      default_repository_permission: 'none',
      members_can_create_repositories: false,
    },
    '/orgs/meridian-bank/members?role=admin': listOwners(),
    '/orgs/meridian-bank/members?filter=2fa_disabled': [],
    '/orgs/meridian-bank/outside_collaborators?filter=2fa_disabled': [],
    '/orgs/meridian-bank/installations': {
      total_count: 1,
      installations: [
        {
          id: 1,
          app_slug: 'meridian-deploy',
          repository_selection: 'all',
          permissions: { deployments: 'write', metadata: 'read' },
          created_at: '2026-01-05T09:00:00Z',
          suspended_at: null,
        },
      ],
    },
    '/orgs/meridian-bank/actions/runner-groups': {
      total_count: 1,
      runner_groups: [{ id: 1, name: 'Default', visibility: 'all' }],
    },
    '/orgs/meridian-bank/actions/runner-groups/1/runners': sharedRunners,
  }[path];
}

function answerRepository(
  service: string,
  path: string,
  midnight: number,
): unknown {
  if (/^contents(\/|$)/.test(path)) {
    return findContents(service, path.slice('contents/'.length));
  }
  const environments = listEnvironments(service, listTeam(service));
  const secrets = {
    total_count: 1,
    secrets: [
      {
        name: 'DEPLOY_KEY',
        created_at: day(midnight, 60),
        updated_at: day(midnight, 60),
      },
    ],
  };
  const none = { total_count: 0, secrets: [] };
  return (
    {
      '': {
        ...buildRepository(service),
        visibility: 'private',
        security_and_analysis: {
          secret_scanning: { status: 'enabled' },
          secret_scanning_push_protection: { status: 'enabled' },
        },
      },
      'branches/main/protection': buildProtection(service),
      'rules/branches/main': [],
      branches: [{ name: 'main', protected: true }],
      environments: { total_count: environments.length, environments },
      'environments/staging/secrets': secrets,
      'environments/production/secrets': secrets,
      'actions/secrets': none,
      'actions/organization-secrets': none,
      'codeowners/errors': { errors: [] },
      keys: [],
      collaborators: listCollaborators(service),
      teams: [],
      'code-scanning/analyses': listAnalyses(service, midnight),
      'dependency-graph/sbom': buildSbom(service, day(midnight, 1)),
      'actions/runs': { total_count: 0, workflow_runs: [] },
      pulls: [],
      deployments: [],
      activity: [],
      releases: [],
    }[path] ?? findActionsSetting(service, path)
  );
}

function buildSbom(service: string, at: string) {
  return {
    sbom: {
      SPDXID: 'SPDXRef-DOCUMENT',
      spdxVersion: 'SPDX-2.3',
      name: `com.github.meridian-bank/${service}`,
      creationInfo: {
        created: at,
        creators: ['Tool: GitHub.com-Dependency-Graph'],
      },
      packages: [
        { SPDXID: 'SPDXRef-repository' },
        { SPDXID: 'SPDXRef-npm-zod' },
      ],
      relationships: [
        {
          relationshipType: 'DESCRIBES',
          spdxElementId: 'SPDXRef-DOCUMENT',
          relatedSpdxElement: 'SPDXRef-repository',
        },
      ],
    },
  };
}

function day(midnight: number, daysAgo: number): string {
  return new Date(midnight - daysAgo * 24 * 60 * 60_000)
    .toISOString()
    .replace('.000', '');
}
