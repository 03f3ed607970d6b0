export { EvidenceOrigin, SettingsPage } from './evidenceOrigins';
export type {
  ActionsParams,
  AsOfParams,
  DeploymentParams,
  ChangesParams,
  CompareParams,
  DoraComplianceApi,
  InventoryParams,
  PageParams,
  ResultsParams,
  ScopeParams,
} from './DoraComplianceApi';
export type { FetchRequest } from './writeRequest';
export {
  DoraComplianceClient,
  type FetchResponse,
} from './DoraComplianceClient';
export {
  InventoryFilter,
  InventoryQuery,
  InventorySort,
  InventoryStatus,
} from './InventoryQuery';
export {
  AssetGraphView,
  AssetRecordView,
  CriticalityView,
  DiscoveryView,
  InventoryItemView,
  InventoryPage,
  InventoryScore,
  InventorySummary,
  NamedRef,
  ReviewRequest,
  ReviewState,
  UninventoriedPipelineView,
} from './inventoryViews';
export { RecordedView, RecordRequest } from './manualEvidenceOperations';
export { EvidenceFilter } from './EvidenceFilter';
export { ActionsView, ActionView } from './actionViews';
export { CitedProvision, ControlDescription } from './catalogueViews';
export { AssetScoreView } from './assetScoreView';
export {
  ChangePath,
  ChangePathGap,
  ChangePathPipeline,
  ChangePathsView,
} from './changePathViews';
export {
  MemberKind,
  ResultMember,
  ResultsView,
  ResultView,
} from './resultViews';
export { PolicyClauseView, PolicyView } from './policyViews';
export { ControlTimelineView, StatusPeriodView } from './timelineViews';
export {
  ChainItemView,
  ChainStepView,
  AfterDeploymentView,
  ProductionChangeDetail,
  ProductionChangesView,
  ProductionEventView,
  ProductionChangeView,
  VerdictView,
} from './productionViews';
export {
  DayScore,
  ScopeKind,
  Score,
  ScorecardAsset,
  ScorecardControl,
  ScorecardLine,
  ScorecardLines,
  ScorecardView,
  StatusChangeView,
  TrendView,
} from './scorecardViews';
export {
  ControlsAnnotation,
  GapAnnotation,
  RiskAnnotation,
  TrendAnnotation,
} from './trendAnnotations';
export {
  type Operation,
  operation,
  type OperationParameters,
} from './Operation';
export { openApi } from './openApi';
export { type OperationName, type Operations, operations } from './operations';
export { type Page, pageShape, PageQuery } from './Page';
export { requestText } from './RequestText';
export {
  BackfillRequest,
  BackfillState,
  BackfillView,
  CollectRequest,
  type DocumentCounts,
  FlawedState,
  GapView,
  QueuedView,
  SourceDetailView,
  SourceId,
  SourceState,
  SourceView,
  TargetView,
} from './sourceViews';
export { ControlTrialView, TriedAsset, TrialRequest } from './trialViews';
export {
  CheckView,
  ComplianceSummary,
  ComplianceView,
  ControlDetailView,
  ControlResultView,
  ControlView,
  DocumentState,
  DocumentView,
  EvidenceView,
  NotAsOf,
  ProcessingView,
  RowView,
} from './views';
