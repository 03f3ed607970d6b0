export {
  ASSET_DOCUMENTS,
  AssetDocument,
  ComplianceDocument,
  CONTROL_DOCUMENTS,
  ControlDocument,
  FindingDocument,
  LensDocument,
} from './searchDocuments';
