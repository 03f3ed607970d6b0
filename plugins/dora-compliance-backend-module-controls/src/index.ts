/**
 * The control catalogue of DORA compliance: data files.
 *
 * @packageDocumentation
 */
export { doraComplianceModuleControls as default } from './module';
