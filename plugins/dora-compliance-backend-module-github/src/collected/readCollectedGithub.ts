import {
  CollectedDocument,
  heartbeatStatement,
  type KeptDocument,
  type Normalised,
  normaliseJson,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { GithubScope } from '../normalise/GithubScope';
import { readAccess } from './access';
import { Answers, type Read } from './Answers';
import { readAttestations } from './attestations';
import { readBranchProtection } from './branchProtection';
import { readDefinitions } from './definitions';
import { readDeployments } from './deployments';
import { readEnvironments } from './environments';
import { readMergedChanges } from './mergedChanges';
import { readPushes } from './pushes';
import { readRuns } from './runs';
import { readSbom } from './sbom';
import { readScans } from './scans';
import {
  readLogRetention,
  readPipelineSettings,
  readRunners,
} from './settings';

type Reader = (answers: Answers, scope: GithubScope) => Statement[] | Read;

/** Parts by name. */
const readers = new Map<string, Reader>([
  ['access', readAccess],
  ['attestations', readAttestations],
  ['branch-protection', readBranchProtection],
  ['code-scanning', readScans],
  ['deployments', readDeployments],
  ['environments', readEnvironments],
  ['heartbeat', ({ document }) => [heartbeatStatement(document, 'github')]],
  ['log-retention', readLogRetention],
  ['merged-changes', readMergedChanges],
  ['pipeline-definitions', readDefinitions],
  ['pipeline-settings', readPipelineSettings],
  ['pushes', readPushes],
  ['runners', readRunners],
  ['runs', readRuns],
  ['sbom', readSbom],
]);

/**
 * Reads what was collected from GitHub. Where an answer tells the same as a
 * webhook would, it makes the same statement.
 */
export function readCollectedGithub(
  { body }: KeptDocument,
  scope: GithubScope,
): Normalised {
  return normaliseJson('collected', body, payload => {
    const document = CollectedDocument.parse(payload);
    const read = readers.get(document.part);
    if (!read) {
      throw new TypeError(`part ${document.part} is unknown`);
    }
    return read(new Answers(document), scope);
  });
}
