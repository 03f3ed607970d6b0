/**
 * Incidents of ServiceNow as a source of evidence for DORA compliance.
 *
 * @packageDocumentation
 */
export { doraComplianceModuleServicenow as default } from './module';
