/**
 * The backend of DORA compliance: receives, stores, assesses and answers.
 *
 * @packageDocumentation
 */
export { doraCompliancePlugin as default } from './plugin';
