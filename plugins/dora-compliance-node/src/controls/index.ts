export {
  type AssessmentPartsExtensionPoint,
  assessmentPartsExtensionPoint,
} from './assessmentPartsExtensionPoint';
export {
  type ControlCatalogueExtensionPoint,
  controlCatalogueExtensionPoint,
} from './controlCatalogueExtensionPoint';
export {
  loadControlFolder,
  locateField,
  parseControl,
} from './loadControlFolder';
export { findLine } from './parseYaml';
export { loadProvisions } from './loadProvisions';
export { requireKnownProvisions } from './requireKnownProvisions';
