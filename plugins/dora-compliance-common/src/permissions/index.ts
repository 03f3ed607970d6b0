export {
  assetReviewPermission,
  controlReadPermission,
  documentReadPermission,
  documentReplayPermission,
  doraCompliancePermissions,
  inventoryReadPermission,
} from './permissions';
