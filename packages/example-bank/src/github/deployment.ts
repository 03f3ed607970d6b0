import { makeId, buildRepository, buildUser } from './names';
import { nameRun, releaseWorkflow } from './workflowRun';

/** A deployment of the example bank. */
type Deployed = {
  service: string;
  commit: string;
  environment: 'production' | 'staging';
  /** Digest of the artifact, or a tag where the bank does it wrong. */
  artifact: string;
  at: string;
};

/** Who deploys at the bank. */
const DEPLOYER = 'meridian-deploy[bot]';

/** Payload of `deployment`: created. */
export function deploymentEvent(deployed: Deployed) {
  return {
    action: 'created',
    deployment: describe(deployed),
    workflow_run: describeRun(deployed),
    repository: buildRepository(deployed.service),
    sender: buildUser(DEPLOYER),
  };
}

/** Payload of `deployment_status`: created, with success. */
export function deploymentStatusEvent(deployed: Deployed, at: string) {
  const deployment = describe(deployed);
  return {
    action: 'created',
    deployment_status: {
      url: `${deployment.url}/statuses/${deployment.id}`,
      id: makeId(`status ${deployment.id}`),
      state: 'success',
      creator: buildUser(DEPLOYER),
      description: 'Rolled out',
      environment: deployed.environment,
      target_url: '',
      created_at: at,
      updated_at: at,
      deployment_url: deployment.url,
    },
    deployment,
    workflow_run: describeRun(deployed),
    repository: buildRepository(deployed.service),
    sender: buildUser(DEPLOYER),
  };
}

/** The run that builds and deploys. */
function describeRun({ service, commit }: Deployed) {
  const { url, id } = nameRun(service, releaseWorkflow, commit);
  return { id, html_url: url, event: releaseWorkflow.event };
}

function describe({ service, commit, environment, artifact, at }: Deployed) {
  const repository = buildRepository(service);
  const id = makeId(`deployment ${service} ${commit} ${environment}`);
  return {
    url: `${repository.url}/deployments/${id}`,
    id,
    sha: commit,
    ref: 'main',
    task: 'deploy',
    payload: artifact.startsWith('sha256:')
      ? { artifact: { name: service, digest: artifact } }
      : { image: `registry.meridian.example/${service}:${artifact}` },
    original_environment: environment,
    environment,
    production_environment: environment === 'production',
    description: null,
    creator: buildUser(DEPLOYER),
    created_at: at,
    updated_at: at,
  };
}
