import { attestations } from './attestations';
import { branchProtection } from './branchProtection';
import { pipelineDefinitions } from './definitions';
import { environments } from './environments';
import { mergedChanges } from './mergedChanges';
import { runs } from './runs';
import {
  access,
  codeScanning,
  logRetention,
  pipelineSettings,
  runners,
  sbom,
} from './settings';

/** The parts of a round, in order. */
export const githubParts = [
  branchProtection,
  environments,
  access,
  pipelineSettings,
  pipelineDefinitions,
  runners,
  logRetention,
  mergedChanges,
  runs,
  codeScanning,
  sbom,
  attestations,
];
