/**
 * Finds ICT assets, findings and controls in the search of Backstage.
 *
 * @packageDocumentation
 */
export { searchModuleDoraCompliance as default } from './module';
