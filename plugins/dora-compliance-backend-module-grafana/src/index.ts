/**
 * Alerts of Grafana as a source of evidence for DORA compliance.
 *
 * @packageDocumentation
 */
export { doraComplianceModuleGrafana as default } from './module';
