import {
  heartbeatStatement,
  type Normalised,
  problemOf,
  readCollected,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { SOURCE_ID } from '../normalise/fields';
import type { GitlabScope } from '../normalise/GitlabScope';
import { readAccess } from './access';
import { readBranchProtection } from './branchProtection';
import type { CollectedReader } from './CollectedReader';
import { readDefinition } from './definition';
import { readDeployments } from './deployments';
import { readEnvironments } from './environments';
import { readLogRetention } from './logRetention';
import { readMergedChange } from './mergedChange';
import { readPipelines } from './pipelines';
import { readPipelineSettings } from './pipelineSettings';
import { readPushes } from './pushes';
import { readRunners } from './runners';
import { readSecurityScans } from './securityScans';

const readers = new Map<string, CollectedReader>([
  ['access', readAccess],
  ['branch-protection', readBranchProtection],
  ['deployments', readDeployments],
  ['environments', readEnvironments],
  ['heartbeat', document => [heartbeatStatement(document, SOURCE_ID)]],
  ['log-retention', readLogRetention],
  ['merged-changes', readMergedChange],
  ['pipeline-definition', readDefinition],
  ['pipeline-settings', readPipelineSettings],
  ['pipelines', readPipelines],
  ['pushes', readPushes],
  ['runners', readRunners],
  ['security-scans', readSecurityScans],
]);

/** Reads what we collected; what can't be read names the part and the field. */
export function normaliseCollected(
  body: Uint8Array,
  scope: GitlabScope,
): Normalised {
  let part = 'collected';
  try {
    const document = readCollected(body);
    part = document.part;
    const read = readers.get(part);
    if (!read) {
      throw new TypeError('nothing is known of this part');
    }
    const reading = read(document, scope);
    return Array.isArray(reading)
      ? { outcome: 'normalised', statements: reading }
      : {
          outcome: 'normalised',
          statements: reading.statements,
          ...(reading.flaws.length > 0 && { flaws: reading.flaws }),
        };
  } catch (error) {
    return { outcome: 'rejected', reason: `${part}: ${problemOf(error)}` };
  }
}
