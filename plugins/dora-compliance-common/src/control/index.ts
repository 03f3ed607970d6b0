export { Area, areaTitles } from './Area';
export {
  AssessmentRequirement,
  Control,
  Population,
  Provision,
  Severity,
} from './Control';
