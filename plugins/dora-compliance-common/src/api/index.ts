export type { DoraComplianceApi } from './DoraComplianceApi';
export {
  DoraComplianceClient,
  type FetchResponse,
} from './DoraComplianceClient';
export {
  type Operation,
  operation,
  type OperationParameters,
} from './Operation';
export { openApi } from './openApi';
export { type OperationName, type Operations, operations } from './operations';
export { type Page, pageOf, PageQuery } from './Page';
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
  ProcessingView,
  RowView,
} from './views';
