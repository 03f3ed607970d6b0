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
export { type ControlTranslations, loadControlTexts } from './loadControlTexts';
export { findLine } from './parseYaml';
export { loadProvisions } from './loadProvisions';
export { requireKnownProvisions } from './requireKnownProvisions';
