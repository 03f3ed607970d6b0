import type { GithubPart } from '../GithubPart';
import { attestations } from './attestations';
import { codeScanning } from './codeScanning';
import { deployments } from './deployments';
import type { HistoryStage } from './HistoryStage';
import { mergedChanges, openedChanges } from './mergedChanges';
import { pushes } from './pushes';
import { createRound } from './createRound';
import { runs } from './runs';

/** What a round reads of what happened, in order. */
export const historyParts: readonly GithubPart[] = [
  mergedChanges,
  createRound(runs),
  createRound(deployments),
  createRound(pushes),
  createRound(codeScanning),
  createRound(attestations),
];

/** What a backfill reads, in order. Cursors name them: do not rename one. */
export const historyStages = [
  runs,
  deployments,
  openedChanges,
  pushes,
  codeScanning,
  attestations,
] as readonly HistoryStage[];
