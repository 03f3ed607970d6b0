/**
 * Teaches the catalog what DORA compliance needs.
 *
 * @packageDocumentation
 */
export { catalogModuleDoraCompliance as default } from './module';
