import { branchProtection } from './branchProtection';
import { codeOwners } from './codeOwners';
import { credentials } from './credentials';
import { pipelineDefinitions } from './definitions';
import { environments } from './environments';
import { organization } from './organization';
import { secrets } from './secrets';
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
  codeOwners,
  secrets,
  credentials,
  runners,
  logRetention,
  sbom,
  organization,
];
