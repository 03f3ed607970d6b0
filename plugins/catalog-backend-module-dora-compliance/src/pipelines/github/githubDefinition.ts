import {
  asBlock,
  environmentIn,
  type GithubWorkflow,
  parseGithubWorkflow,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { DiscoveredPipeline } from '../PipelineSource';
import { isPlain, readRunner } from './githubRunner';

/** What the definition of a workflow reports about the pipeline. */
export type GithubDefinition = Pick<
  DiscoveredPipeline,
  'canDeploy' | 'environments' | 'runner'
>;

/** What holds of a workflow whose definition can't be read. */
export const UNREADABLE: GithubDefinition = {
  canDeploy: true,
  environments: [],
  runner: { kind: 'unknown' },
};

/** Permissions of the token of a run that are of use for deploying. */
const DEPLOYING_PERMISSIONS = ['deployments', 'id-token', 'pages'];

/**
 * Reads the definition of a GitHub Actions workflow. It can
 * deploy when a job names an environment, when its token may deploy or sign
 * in to a cloud, when it is given a secret, with which anything can be done,
 * or when it calls a workflow that is defined elsewhere.
 */
export function readGithubDefinition(text: string): GithubDefinition {
  let workflow: GithubWorkflow;
  try {
    workflow = parseGithubWorkflow(text);
  } catch {
    return UNREADABLE;
  }
  const { root, jobs } = workflow;
  const environments = jobs.map(environmentIn);
  return {
    canDeploy:
      mayDeploy(root.permissions) ||
      usesSecrets(root) ||
      jobs.some(job => 'uses' in job || mayDeploy(job.permissions)) ||
      environments.some(environment => environment !== undefined),
    environments: [...new Set(environments)]
      .filter(isPlain)
      .sort((a, b) => (a < b ? -1 : 1)),
    runner: readRunner(jobs),
  };
}

/** Whether any secret is used but the token every run is given. */
function usesSecrets(definition: unknown): boolean {
  const text = JSON.stringify(definition) ?? '';
  return [...text.matchAll(/\bsecrets\b(?:\.(\w+))?/gi)].some(
    ([, name]) => name?.toUpperCase() !== 'GITHUB_TOKEN',
  );
}

function mayDeploy(permissions: unknown): boolean {
  return (
    permissions === 'write-all' ||
    DEPLOYING_PERMISSIONS.some(name => asBlock(permissions)?.[name] === 'write')
  );
}
