/**
 * Entity tab and cards of DORA compliance, for the legacy frontend system;
 * `./alpha` has them for the new one.
 *
 * @packageDocumentation
 */
export { isComplianceAvailable } from './isComplianceAvailable';
export {
  doraCompliancePlugin,
  EntityComplianceCard,
  EntityComplianceContent,
} from './plugin';
