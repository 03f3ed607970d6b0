export { Area, areaTitles } from './Area';
export {
  AssessmentRequirement,
  Control,
  EvidenceDemand,
  Population,
  Provision,
  Severity,
} from './Control';
