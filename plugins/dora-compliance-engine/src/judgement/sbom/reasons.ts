import { createReasons } from '../../registry/createReasons';

/** What was deployed: its digest or, without one, its commit. */
type OfDeployed = { deployed: string };

/** Why a bill of materials of what was deployed is, or is not, known. */
export type SbomReasons = {
  'sbom-known': OfDeployed & { components: number; at: string };
  'sbom-after-deployment': OfDeployed & { at: string };
  'sbom-incomplete': OfDeployed & { problem: string };
  'sbom-missing': OfDeployed;
  'sboms-not-reported': OfDeployed;
  'sboms-without-subject': OfDeployed & { count: number };
};

export const reason = createReasons<SbomReasons>();
