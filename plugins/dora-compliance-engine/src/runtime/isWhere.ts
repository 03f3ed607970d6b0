import { classifyEnvironment } from '../lineage/classifyEnvironment';
import type { KnownDeployment } from '../lineage/Deployments';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import type { ProductionEvent } from './AfterDeployment';

/** The names that pipelines deploy to; each event of an asset asks for them. */
const deployedTo = new WeakMap<EvidenceIndex, ReadonlySet<string>>();

/**
 * Whether an event may be about the environment of a deployment. Monitoring tools
 * often call environments differently from pipelines. Therefore, a name that no
 * pipeline deploys to may be any production environment, unless it is known to be
 * another kind, and so may an event without one.
 */
export function isWhere(
  { environment }: ProductionEvent,
  deployment: KnownDeployment,
  index: EvidenceIndex,
): boolean {
  if (environment?.name === deployment.environment) {
    return true;
  }
  if (deployment.kind === 'elsewhere') {
    return false;
  }
  return (
    environment === undefined ||
    (!listNames(index).has(environment.name) &&
      classifyEnvironment(environment) !== 'elsewhere')
  );
}

function listNames(index: EvidenceIndex): ReadonlySet<string> {
  const known =
    deployedTo.get(index) ??
    new Set(index.deployments.map(({ environment }) => environment));
  deployedTo.set(index, known);
  return known;
}
