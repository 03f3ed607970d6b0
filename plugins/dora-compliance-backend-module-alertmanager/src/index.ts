/**
 * Alerts of Alertmanager as a source of evidence for DORA compliance.
 *
 * @packageDocumentation
 */
export { doraComplianceModuleAlertmanager as default } from './module';
