/**
 * The corridor: receives, keeps, decides and answers.
 *
 * @packageDocumentation
 */
export { doraCompliancePlugin as default } from './plugin';
