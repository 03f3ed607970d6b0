import { z } from 'zod';
import { Digest } from '../evidence/Digest';
import { Day } from '../time/Day';
import { Instant } from '../time/Instant';
import {
  assetExportPermission,
  assetReviewPermission,
  controlReadPermission,
  documentReadPermission,
  documentReplayPermission,
  inventoryReadPermission,
} from '../permissions/permissions';
import { AssetPath, assetPath } from './AssetPath';
import { catalogueOperations } from './catalogueOperations';
import { operation } from './Operation';
import {
  InventoryFilter,
  InventoryQuery,
  InventorySort,
} from './InventoryQuery';
import {
  AssetGraphView,
  AssetRecordView,
  CriticalityView,
  DiscoveryView,
  InventoryPage,
  InventorySummary,
  ReviewRequest,
  UninventoriedPipelineView,
} from './inventoryViews';
import { manualEvidenceOperations } from './manualEvidenceOperations';
import { EvidenceFilter } from './EvidenceFilter';
import { pageShape, PageQuery } from './Page';
import { productionOperations } from './productionOperations';
import { requestText } from './RequestText';
import { scoreOperations } from './scoreOperations';
import { resultOperations } from './resultOperations';
import { scorecardOperations } from './scorecardOperations';
import { sourceOperations } from './sourceOperations';
import { SourceId } from './sourceViews';
import { ControlTimelineView } from './timelineViews';
import { ControlTrialView, TrialRequest } from './trialViews';
import {
  ComplianceView,
  ControlDetailView,
  DocumentState,
  DocumentView,
  EvidenceView,
  ProcessingView,
} from './views';

const none = z.object({});

/**
 * The instant that an answer is for; now by default. `known`: what was recorded
 * `then`, or the answer for that instant by what is known `now`.
 */
const AsOfQuery = z.object({
  asOf: Instant.optional(),
  known: z.enum(['then', 'now']).default('then'),
});

/**
 * Everything the API does, apart from receiving deliveries.
 *
 * @public
 */
export const operations = {
  ...catalogueOperations,
  tryControl: operation({
    method: 'POST',
    path: '/controls/try',
    summary:
      'What a control would say about assets that the caller may read; nothing is recorded',
    needs: controlReadPermission.name,
    params: none,
    query: PageQuery,
    body: TrialRequest,
    answer: ControlTrialView,
  }),
  readCompliance: operation({
    method: 'GET',
    path: `${assetPath}/compliance`,
    summary: 'The results of all controls for an asset',
    needs: 'asset',
    params: AssetPath,
    query: none,
    answer: ComplianceView,
  }),
  readControl: operation({
    method: 'GET',
    path: `${assetPath}/controls/{controlId}`,
    summary:
      'The result of one control for one asset, with the rows that it is based on, now or as of an instant',
    needs: 'asset',
    params: AssetPath.extend({ controlId: requestText(200).min(1) }),
    query: AsOfQuery,
    answer: ControlDetailView,
  }),
  readControlTimeline: operation({
    method: 'GET',
    path: `${assetPath}/controls/{controlId}/timeline`,
    summary:
      'The status of one control for one asset over time, and what was deployed to production while it was not satisfied',
    needs: 'asset',
    params: AssetPath.extend({ controlId: requestText(200).min(1) }),
    query: z.object({
      /** 90 days before now by default; at most 400 days. */
      from: Day.optional(),
    }),
    answer: ControlTimelineView,
  }),
  ...productionOperations,
  listEvidence: operation({
    method: 'GET',
    path: `${assetPath}/evidence`,
    summary: 'Evidence about an asset, narrowed by filters, latest first',
    needs: 'asset',
    params: AssetPath,
    query: PageQuery.extend(EvidenceFilter.shape),
    answer: pageShape(EvidenceView),
  }),
  readEvidence: operation({
    method: 'GET',
    path: `${assetPath}/evidence/{evidenceId}`,
    summary: 'A piece of evidence about an asset',
    needs: 'asset',
    params: AssetPath.extend({ evidenceId: Digest }),
    query: none,
    answer: EvidenceView,
  }),
  readDocument: operation({
    method: 'GET',
    path: `${assetPath}/documents/{digest}`,
    summary: 'The raw bytes of a source document about an asset',
    needs: 'asset',
    params: AssetPath.extend({ digest: Digest }),
    query: none,
    answer: z.instanceof(Uint8Array),
    raw: 'application/json',
  }),
  readAssetRecord: operation({
    method: 'GET',
    path: `${assetPath}/record`,
    summary: 'The nine fields of an asset, its criticality and its review',
    needs: 'asset',
    params: AssetPath,
    query: none,
    answer: AssetRecordView,
  }),
  readAssetGraph: operation({
    method: 'GET',
    path: `${assetPath}/graph`,
    summary:
      'The graph from business functions to an asset, and what the asset uses',
    needs: 'asset',
    params: AssetPath,
    query: none,
    answer: AssetGraphView,
  }),
  reviewAsset: operation({
    method: 'POST',
    path: `${assetPath}/reviews`,
    summary: 'Confirm the record of an asset after a review',
    needs: 'asset',
    alsoNeeds: assetReviewPermission.name,
    params: AssetPath,
    query: none,
    body: ReviewRequest,
    answer: AssetRecordView,
  }),
  listInventory: operation({
    method: 'GET',
    path: '/inventory',
    summary: 'ICT assets that the caller may read, filtered and sorted',
    needs: inventoryReadPermission.name,
    params: none,
    query: InventoryQuery,
    answer: InventoryPage,
  }),
  readInventorySummary: operation({
    method: 'GET',
    path: '/inventory/summary',
    summary: 'How complete the records are, and the values of each filter',
    needs: inventoryReadPermission.name,
    params: none,
    query: InventoryFilter,
    answer: InventorySummary,
  }),
  exportInventory: operation({
    method: 'GET',
    path: '/inventory/export',
    summary: 'The assets of a filter with all nine fields, as CSV',
    needs: inventoryReadPermission.name,
    alsoNeeds: assetExportPermission.name,
    params: none,
    query: InventoryFilter.extend({
      sort: InventorySort.default('title'),
    }),
    answer: z.instanceof(Uint8Array),
    raw: 'text/csv',
  }),
  listUninventoriedPipelines: operation({
    method: 'GET',
    path: '/inventory/uninventoried-pipelines',
    summary:
      'Pipelines that ran but are not in the inventory, latest run first',
    needs: inventoryReadPermission.name,
    params: none,
    query: PageQuery,
    answer: pageShape(UninventoriedPipelineView),
  }),
  listDiscoveries: operation({
    method: 'GET',
    path: '/inventory/discoveries',
    summary: 'The state of the discovery of pipelines, by CI system',
    needs: inventoryReadPermission.name,
    params: none,
    query: none,
    answer: z.object({ items: z.array(DiscoveryView) }),
  }),
  listCriticalities: operation({
    method: 'GET',
    path: '/inventory/criticalities',
    summary: 'The effective criticality of all assets, by entity reference',
    needs: inventoryReadPermission.name,
    params: none,
    query: PageQuery.extend({
      limit: z.coerce.number().int().min(1).max(10_000).default(1000),
    }),
    answer: pageShape(CriticalityView),
  }),
  listDocuments: operation({
    method: 'GET',
    path: '/documents',
    summary: 'Source documents in one state, latest first',
    needs: documentReadPermission.name,
    params: none,
    query: PageQuery.extend({
      state: DocumentState.default('rejected'),
      sourceId: SourceId.optional(),
    }),
    answer: pageShape(DocumentView),
  }),
  replayDocument: operation({
    method: 'POST',
    path: '/documents/{digest}/replay',
    summary: 'Normalise a source document again',
    needs: documentReplayPermission.name,
    params: z.object({ digest: Digest }),
    query: none,
    answer: DocumentView,
  }),
  readProcessing: operation({
    method: 'GET',
    path: '/processing',
    summary: 'The length of the queues',
    needs: documentReadPermission.name,
    params: none,
    query: none,
    answer: ProcessingView,
  }),
  ...manualEvidenceOperations,
  ...resultOperations,
  ...scorecardOperations,
  ...scoreOperations,
  ...sourceOperations,
} as const;

/** @public */
export type Operations = typeof operations;

/** @public */
export type OperationName = keyof Operations;
