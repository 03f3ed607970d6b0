import type {
  None,
  Outcome,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { createReasons } from '../../registry/createReasons';

type OfChange = { change: string };

/**
 * Why a deployment can, or can not, be traced to its artifact, its build and its change.
 */
export type TraceabilityReasons = {
  'artifact-identified': { digest: string };
  'artifact-contradicted': { digest: string; other: string };
  'artifact-origin-known': { digest: string };
  'artifact-origin-unknown': { digest: string };
  'artifact-unidentified': None;
  'build-run-unclear': { commit: string; failed: string; succeeded: string };
  'change-known': OfChange;
  'change-not-received': { commit: string };
  'change-unknown': { commit: string };
  'no-run': { commit: string };
  'provenance-elsewhere': { digest: string; repository: string };
  'run-after-deployment': { pipeline: string; commit: string };
  'run-failed': { pipeline: string; commit: string; outcome: Outcome };
  'run-not-finished': { commit: string };
  'run-not-linked': { pipeline: string; commit: string };
  'run-succeeded': { pipeline: string; commit: string };
};

export const reason = createReasons<TraceabilityReasons>();
