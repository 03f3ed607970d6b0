export {
  type ControlCatalogueExtensionPoint,
  controlCatalogueExtensionPoint,
} from './controlCatalogueExtensionPoint';
