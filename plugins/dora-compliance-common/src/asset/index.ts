export { ANNOTATION_REPOSITORY } from './annotations';
export { assetFromEntity } from './assetFromEntity';
export { IctAsset } from './IctAsset';
