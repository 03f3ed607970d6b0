/**
 * Incidents of PagerDuty as a source of evidence for DORA compliance.
 *
 * @packageDocumentation
 */
export { doraComplianceModulePagerduty as default } from './module';
