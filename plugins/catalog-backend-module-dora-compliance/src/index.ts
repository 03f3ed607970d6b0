/**
 * Teaches the catalog what DORA compliance needs.
 *
 * @packageDocumentation
 */
export { catalogFeaturesDoraCompliance as default } from './module';
export { ANNOTATION_DISCOVERED_BY } from './pipelines/pipelineEntity';
export {
  RELATION_DEPLOYED_BY,
  RELATION_DEPLOYS,
  RELATION_FUNCTION_SUPPORTED_BY,
  RELATION_PROVIDED_BY,
  RELATION_PROVIDES,
  RELATION_SUPPORTS_FUNCTION,
} from './relations';
