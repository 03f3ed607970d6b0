export { Area, areaTitles } from './Area';
export {
  AssessmentRequirement,
  Control,
  EvidenceDemand,
  Parameter,
  ParameterValue,
  Population,
  Provision,
  Severity,
} from './Control';
