import { z } from 'zod';
import { Digest } from '../evidence/Digest';
import { ManualStatement } from '../evidence-types/manual/ManualEvidence';
import { Confirmation } from '../evidence-types/manual/governance';
import {
  manualContents,
  ManualEvidenceType,
} from '../evidence-types/manual/manualTypes';
import {
  evidenceConfirmPermission,
  evidenceRecordPermission,
} from '../permissions/permissions';
import { Instant } from '../time/Instant';
import { AssetPath, assetPath } from './AssetPath';
import { operation } from './Operation';

/**
 * Manual evidence to be recorded. Which content it has depends on its type.
 *
 * @public
 */
export const RecordRequest = ManualStatement.extend({
  type: ManualEvidenceType,
  /** What happened, by the schema of the type in `manualContents`. */
  content: z.record(z.string(), z.json()),
}).superRefine(({ type, content }, context) => {
  for (const issue of manualContents[type].safeParse(content).error?.issues ??
    []) {
    context.addIssue({ ...issue, path: ['content', ...issue.path] });
  }
});

/** @public */
export type RecordRequest = z.output<typeof RecordRequest>;

/**
 * Manual evidence, or a decision about it, that was stored. It counts when it was
 * processed, within seconds.
 *
 * @public
 */
export const RecordedView = z.object({ id: Digest, recordedAt: Instant });

/** @public */
export type RecordedView = z.output<typeof RecordedView>;

const none = z.object({});
const path = `${assetPath}/manual-evidence`;

/** Operations on evidence that no CI system has. */
export const manualEvidenceOperations = {
  recordEvidence: operation({
    method: 'POST',
    path,
    summary: 'Record evidence that no CI system has',
    needs: 'asset',
    alsoNeeds: evidenceRecordPermission.name,
    params: AssetPath,
    query: none,
    body: RecordRequest,
    answer: RecordedView,
  }),
  confirmEvidence: operation({
    method: 'POST',
    path: `${path}/confirmations`,
    summary: 'Confirm or refuse evidence that somebody else recorded',
    needs: 'asset',
    alsoNeeds: evidenceConfirmPermission.name,
    params: AssetPath,
    query: none,
    body: Confirmation,
    answer: RecordedView,
  }),
} as const;
