export {
  type ControlCatalogueExtensionPoint,
  controlCatalogueExtensionPoint,
} from './controlCatalogueExtensionPoint';
export { loadControlFolder, parseControl } from './loadControlFolder';
