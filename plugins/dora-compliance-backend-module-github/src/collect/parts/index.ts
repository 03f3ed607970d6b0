import { branchProtection } from './branchProtection';
import { pipelineDefinitions } from './definitions';
import { environments } from './environments';
import { organization } from './organization';
import {
  access,
  logRetention,
  pipelineSettings,
  runners,
  sbom,
} from './settings';

/** The parts of a round that show how things are, in order. */
export const settingsParts = [
  branchProtection,
  environments,
  access,
  pipelineSettings,
  pipelineDefinitions,
  runners,
  logRetention,
  sbom,
  organization,
];
