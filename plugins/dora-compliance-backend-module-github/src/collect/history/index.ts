import type { GithubPart } from '../GithubPart';
import { attestations } from './attestations';
import { codeScanning } from './codeScanning';
import { deployments } from './deployments';
import type { HistoryStage } from './HistoryStage';
import { mergedChanges, openedChanges } from './mergedChanges';
import { pushes } from './pushes';
import { roundOf } from './roundOf';
import { runs } from './runs';

/** What a round reads of what happened, in order. */
export const historyParts: readonly GithubPart[] = [
  mergedChanges,
  roundOf(runs),
  roundOf(deployments),
  roundOf(pushes),
  roundOf(codeScanning),
  roundOf(attestations),
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
