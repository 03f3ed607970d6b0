/**
 * Incidents of Jira Service Management as a source of evidence for DORA compliance.
 *
 * @packageDocumentation
 */
export { doraComplianceModuleJiraServiceManagement as default } from './module';
