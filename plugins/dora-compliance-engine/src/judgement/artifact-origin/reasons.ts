import { createReasons } from '../../registry/createReasons';

type Named = { artifact: string; environment: string };

/** Why a running artifact did, or did not, get there by a pipeline. */
export type OriginReasons = {
  'artifact-deployed': Named & { deployed: string };
  'artifact-never-deployed': Named & { digest: string };
  /** Another version was deployed after the one that runs. */
  'artifact-replaced': Named & { digest: string; deployed: string };
  'artifact-without-digest': Named;
  'deployments-unheard': Named;
  'deployments-without-digest': Named & { count: number };
};

export const reason = createReasons<OriginReasons>();
