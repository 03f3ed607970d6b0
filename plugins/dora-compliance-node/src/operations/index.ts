export { type AlertLabels, alertLabelKeys } from './AlertLabels';
export { type IncidentStep, incidentChanged } from './incidentChanged';
export { type AssetLink, type AssetNames, linkAsset } from './linkAsset';
export { OperationId } from './OperationId';
export {
  type OperationsScope,
  operationsKeys,
  type ServiceRule,
} from './OperationsScope';
export { type AlertGroupOptions, readAlertGroup } from './readAlertGroup';
