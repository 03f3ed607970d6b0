export {
  controlReadPermission,
  documentReadPermission,
  documentReplayPermission,
  doraCompliancePermissions,
} from './permissions';
