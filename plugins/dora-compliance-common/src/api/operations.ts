import { z } from 'zod';
import { Digest } from '../evidence/Digest';
import {
  assetReviewPermission,
  controlReadPermission,
  documentReadPermission,
  documentReplayPermission,
  inventoryReadPermission,
} from '../permissions/permissions';
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
import { pageOf, PageQuery } from './Page';
import { requestText } from './RequestText';
import { sourceOperations } from './sourceOperations';
import { SourceId } from './sourceViews';
import {
  ComplianceView,
  ControlDetailView,
  ControlView,
  DocumentState,
  DocumentView,
  EvidenceView,
  ProcessingView,
} from './views';

const none = z.object({});

/** A part of an entity reference, which a colon or a slash would end. */
const refPart = requestText(255).regex(
  /^[^:/]+$/,
  'must be a part of an entity reference, without : and /',
);

const AssetPath = z.object({
  kind: refPart,
  namespace: refPart,
  name: refPart,
});

const asset = '/assets/{kind}/{namespace}/{name}';

/**
 * Everything the API does, apart from receiving deliveries.
 *
 * @public
 */
export const operations = {
  listControls: operation({
    method: 'GET',
    path: '/controls',
    summary: 'The control catalogue',
    needs: controlReadPermission.name,
    params: none,
    query: none,
    answer: z.object({ items: z.array(ControlView) }),
  }),
  readCompliance: operation({
    method: 'GET',
    path: `${asset}/compliance`,
    summary: 'How an asset stands on all controls',
    needs: 'asset',
    params: AssetPath,
    query: none,
    answer: ComplianceView,
  }),
  readControl: operation({
    method: 'GET',
    path: `${asset}/controls/{controlId}`,
    summary: 'One control for one asset with the rows it rests on',
    needs: 'asset',
    params: AssetPath.extend({ controlId: requestText(200).min(1) }),
    query: none,
    answer: ControlDetailView,
  }),
  listEvidence: operation({
    method: 'GET',
    path: `${asset}/evidence`,
    summary: 'Evidence that concerns an asset, latest first',
    needs: 'asset',
    params: AssetPath,
    query: PageQuery,
    answer: pageOf(EvidenceView),
  }),
  readEvidence: operation({
    method: 'GET',
    path: `${asset}/evidence/{evidenceId}`,
    summary: 'A piece of evidence that concerns an asset',
    needs: 'asset',
    params: AssetPath.extend({ evidenceId: Digest }),
    query: none,
    answer: EvidenceView,
  }),
  readDocument: operation({
    method: 'GET',
    path: `${asset}/documents/{digest}`,
    summary: 'The raw bytes of a source document that concerns an asset',
    needs: 'asset',
    params: AssetPath.extend({ digest: Digest }),
    query: none,
    answer: z.instanceof(Uint8Array),
    raw: 'application/json',
  }),
  readAssetRecord: operation({
    method: 'GET',
    path: `${asset}/record`,
    summary: 'The nine fields of an asset, its criticality and its review',
    needs: 'asset',
    params: AssetPath,
    query: none,
    answer: AssetRecordView,
  }),
  readAssetGraph: operation({
    method: 'GET',
    path: `${asset}/graph`,
    summary: 'What leads to an asset from functions down, and what it uses',
    needs: 'asset',
    params: AssetPath,
    query: none,
    answer: AssetGraphView,
  }),
  reviewAsset: operation({
    method: 'POST',
    path: `${asset}/reviews`,
    summary: 'Record that the record of an asset was reviewed and is right',
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
    summary: 'ICT assets the caller may read, filtered and sorted',
    needs: inventoryReadPermission.name,
    params: none,
    query: InventoryQuery,
    answer: InventoryPage,
  }),
  readInventorySummary: operation({
    method: 'GET',
    path: '/inventory/summary',
    summary: 'How complete the records are, and what can be filtered by',
    needs: inventoryReadPermission.name,
    params: none,
    query: InventoryFilter,
    answer: InventorySummary,
  }),
  exportInventory: operation({
    method: 'GET',
    path: '/inventory/export',
    summary: 'What a filter finds, with all nine fields, as CSV',
    needs: inventoryReadPermission.name,
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
    summary: 'Pipelines that ran but are in no inventory, latest run first',
    needs: inventoryReadPermission.name,
    params: none,
    query: PageQuery,
    answer: pageOf(UninventoriedPipelineView),
  }),
  listDiscoveries: operation({
    method: 'GET',
    path: '/inventory/discoveries',
    summary: 'How the discovery of pipelines goes, by CI system',
    needs: inventoryReadPermission.name,
    params: none,
    query: none,
    answer: z.object({ items: z.array(DiscoveryView) }),
  }),
  listCriticalities: operation({
    method: 'GET',
    path: '/inventory/criticalities',
    summary: 'Effective criticality of all assets, by reference',
    needs: inventoryReadPermission.name,
    params: none,
    query: PageQuery.extend({
      limit: z.coerce.number().int().min(1).max(10_000).default(1000),
    }),
    answer: pageOf(CriticalityView),
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
    answer: pageOf(DocumentView),
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
    summary: 'How much work waits',
    needs: documentReadPermission.name,
    params: none,
    query: none,
    answer: ProcessingView,
  }),
  ...sourceOperations,
} as const;

/** @public */
export type Operations = typeof operations;

/** @public */
export type OperationName = keyof Operations;
