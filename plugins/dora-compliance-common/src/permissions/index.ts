export {
  assetReviewPermission,
  controlReadPermission,
  documentReadPermission,
  documentReplayPermission,
  doraCompliancePermissions,
  inventoryReadPermission,
  sourceOperatePermission,
  sourceReadPermission,
} from './permissions';
