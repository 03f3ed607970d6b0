export { Area, areaTitles } from './Area';
export {
  AssessmentRequirement,
  Control,
  EvidenceDemand,
  Parameter,
  ParameterValue,
  Provision,
  Severity,
} from './Control';
export { Population } from './Population';
