import type { Confirmation } from '../evidence-types/manual/governance';
import type { RecordedView, RecordRequest } from './manualEvidenceOperations';
import type { Day } from '../time/Day';
import type { Instant } from '../time/Instant';
import type { Digest } from '../evidence/Digest';
import type {
  AssetGraphView,
  AssetRecordView,
  CriticalityView,
  DiscoveryView,
  InventoryPage,
  InventorySummary,
  ReviewRequest,
  UninventoriedPipelineView,
} from './inventoryViews';
import type { EvidenceFilter } from './EvidenceFilter';
import type { Page } from './Page';
import type {
  BackfillRequest,
  BackfillView,
  CollectRequest,
  GapView,
  QueuedView,
  SourceDetailView,
  FlawedState,
  SourceView,
} from './sourceViews';
import type { ActionsView } from './actionViews';
import type { ControlDescription } from './catalogueViews';
import type { AssetScoreView } from './assetScoreView';
import type { ChangePathsView } from './changePathViews';
import type { ResultsView } from './resultViews';
import type { ControlStatus } from '../assessment/ControlStatus';
import type { PolicyView } from './policyViews';
import type {
  ProductionChangeDetail,
  ProductionChangesView,
} from './productionViews';
import type {
  ScopeKind,
  ScorecardLines,
  ScorecardView,
  StatusChangeView,
  TrendView,
} from './scorecardViews';
import type { ControlTimelineView } from './timelineViews';
import type { ControlTrialView, TrialRequest } from './trialViews';
import type {
  ComplianceView,
  ControlDetailView,
  ControlView,
  DocumentState,
  DocumentView,
  EvidenceView,
  ProcessingView,
} from './views';

/**
 * Filters, sort and place in the inventory as text, by the names of
 * `InventoryQuery`; several values of a filter are joined by commas.
 *
 * @public
 */
export type InventoryParams = Readonly<
  Record<string, string | number | undefined>
>;

/**
 * Where a page begins and how many items it has, 1 to 200.
 *
 * @public
 */
export type PageParams = { cursor?: string; limit?: number };

/**
 * A part of the organization; the whole by default. `ref` is an entity reference, a
 * level of criticality or `unclassified`, or `none` for what belongs to no part.
 *
 * @public
 */
export type ScopeParams = { of?: ScopeKind; ref?: string };

/**
 * Whose actions are listed: those of the caller and of the groups of the caller by
 * default. Instead, those of a group, or of one asset.
 *
 * @public
 */
export type ActionsParams = {
  group?: string;
  assetRef?: string;
  status?: 'not-satisfied' | 'not-assessed';
};

/**
 * Which scorecards are compared, and their order.
 *
 * @public
 */
export type CompareParams = {
  by: 'group' | 'system' | 'function' | 'criticality';
  sort?: 'name' | '-findings';
};

/**
 * Which changes of statuses are listed: since an instant, of all controls or of one.
 *
 * @public
 */
export type ChangesParams = ScopeParams & {
  since: Instant;
  controlId?: string;
};

/**
 * Which results are listed: of all controls unless some are named, and those that are
 * not satisfied or not assessed unless statuses are named.
 *
 * @public
 */
export type ResultsParams = ScopeParams & {
  control?: readonly string[];
  status?: readonly ControlStatus[];
  /** Only results with an open member of this kind, such as `interval`. */
  member?: string;
};

/**
 * The instant that an answer is for; now by default. `then`: what was recorded at
 * that time. `now`: the answer for that time by what is known now.
 *
 * @public
 */
export type AsOfParams = { asOf?: Instant; known?: 'then' | 'now' };

/**
 * A deployment as results name it; `at` distinguishes several of the same name.
 *
 * @public
 */
export type DeploymentParams = {
  deployment: string;
  environment: string;
  at?: Instant;
};

/**
 * What users of the suite can ask. Faults are thrown as `ResponseError` with
 * a code of the registry in the body.
 *
 * @public
 */
export interface DoraComplianceApi {
  listControls(): Promise<{ items: ControlView[] }>;
  /** A control on its own, whatever assets there are. */
  describeControl(controlId: string): Promise<ControlDescription>;
  /** The policies and standards of the organization. */
  listPolicies(): Promise<{ items: PolicyView[] }>;
  /** A page of the inventory; `query` as in the address of the page. */
  listInventory(query: InventoryParams): Promise<InventoryPage>;
  readInventorySummary(query: InventoryParams): Promise<InventorySummary>;
  /** What the query finds as CSV in UTF-8. */
  exportInventory(query: InventoryParams): Promise<Uint8Array>;
  listUninventoriedPipelines(page: {
    cursor?: string;
    limit?: number;
  }): Promise<Page<UninventoriedPipelineView>>;
  listDiscoveries(): Promise<{ items: DiscoveryView[] }>;
  listCriticalities(page: {
    cursor?: string;
    limit?: number;
  }): Promise<Page<CriticalityView>>;
  /** The score of a part of the organization, with a page of its assets. */
  readScorecard(query: ScopeParams & PageParams): Promise<ScorecardView>;
  compareScorecards(query: CompareParams & PageParams): Promise<ScorecardLines>;
  readTrend(query: ScopeParams & { from?: Day; to?: Day }): Promise<TrendView>;
  listStatusChanges(
    query: ChangesParams & PageParams,
  ): Promise<Page<StatusChangeView>>;
  /** What a business function depends on, and the pipelines that can change it. */
  listChangePaths(
    query: { ref: string } & PageParams,
  ): Promise<ChangePathsView>;
  /** The scores of assets, at most 100, as far as the caller may read them. */
  listScores(
    entityRefs: readonly string[],
  ): Promise<{ items: AssetScoreView[] }>;
  /** What waits for the caller, for a group, or for the owner of an asset. */
  listActions(query: ActionsParams & PageParams): Promise<ActionsView>;
  /** Every pair of the score with its weight, as CSV. */
  exportScorecard(query: ScopeParams): Promise<Uint8Array>;
  /** Results of controls with their members, across assets. */
  listResults(query: ResultsParams & PageParams): Promise<ResultsView>;
  /** A line for each member, as CSV. */
  exportResults(query: ResultsParams): Promise<Uint8Array>;
  readAssetRecord(entityRef: string): Promise<AssetRecordView>;
  readAssetGraph(entityRef: string): Promise<AssetGraphView>;
  reviewAsset(
    entityRef: string,
    review: ReviewRequest,
  ): Promise<AssetRecordView>;
  /** Records evidence that no CI system has. */
  recordEvidence(
    entityRef: string,
    evidence: RecordRequest,
  ): Promise<RecordedView>;
  /** Confirms or refuses evidence that somebody else recorded. */
  confirmEvidence(
    entityRef: string,
    confirmation: Confirmation,
  ): Promise<RecordedView>;
  /** What a control would say about a page of assets; nothing is recorded. */
  tryControl(
    request: TrialRequest,
    page: PageParams,
  ): Promise<ControlTrialView>;
  readCompliance(entityRef: string): Promise<ComplianceView>;
  /** The result now, or as of an instant. */
  readControl(
    entityRef: string,
    controlId: string,
    query?: AsOfParams,
  ): Promise<ControlDetailView>;
  /** The status over time, from a day on; 90 days by default. */
  readControlTimeline(
    entityRef: string,
    controlId: string,
    from?: Day,
  ): Promise<ControlTimelineView>;
  /** The last deployments to production, with their chains. */
  listProductionChanges(entityRef: string): Promise<ProductionChangesView>;
  /** One deployment to production; without `change` if it is not known. */
  readProductionChange(
    entityRef: string,
    query: DeploymentParams,
  ): Promise<ProductionChangeDetail>;
  listEvidence(
    entityRef: string,
    query: EvidenceFilter & PageParams,
  ): Promise<Page<EvidenceView>>;
  readEvidence(entityRef: string, evidenceId: Digest): Promise<EvidenceView>;
  /** The raw bytes, exactly as received. */
  readDocument(entityRef: string, digest: Digest): Promise<Uint8Array>;
  listDocuments(
    query: { state?: DocumentState; sourceId?: string } & PageParams,
  ): Promise<Page<DocumentView>>;
  replayDocument(digest: Digest): Promise<DocumentView>;
  readProcessing(): Promise<ProcessingView>;
  listSources(): Promise<{ items: SourceView[] }>;
  /** A source with a page of its targets. */
  readSource(sourceId: string, page: PageParams): Promise<SourceDetailView>;
  listGaps(sourceId: string, page: PageParams): Promise<Page<GapView>>;
  collectNow(sourceId: string, request: CollectRequest): Promise<QueuedView>;
  startBackfill(
    sourceId: string,
    request: BackfillRequest,
  ): Promise<QueuedView>;
  listBackfills(
    sourceId: string,
    page: PageParams,
  ): Promise<Page<BackfillView>>;
  /** Call again while `more` is true. */
  replayFlawed(
    sourceId: string,
    query: { state: FlawedState; until?: Instant },
  ): Promise<QueuedView>;
}
