export { Area, areaTitles } from './Area';
export {
  AssessmentRequirement,
  Control,
  EvidenceDemand,
  Severity,
} from './Control';
export { findLayer, Layer } from './Layer';
export {
  ControlTexts,
  findTextProblems,
  translateControl,
} from './ControlTexts';
export { Effort } from './Effort';
export { Population } from './Population';
export { Crosswalk } from './Crosswalk';
export { expandProvisionRef } from './expandProvisionRef';
export {
  Act,
  isTemplateRef,
  Provision,
  ProvisionRef,
  WHOLE_ACT,
} from './Provision';
export { ProvisionIndex } from './ProvisionIndex';
export { isOfRegime, listBinding, Regime } from './Regime';
export {
  AppliedOverride,
  Parameter,
  ParameterOverride,
  ParameterValue,
} from './Parameter';
