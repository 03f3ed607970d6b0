import { z } from 'zod';

/**
 * The five contributions of the founding architecture, by which controls are
 * grouped. A way of looking, never a legal basis.
 *
 * @public
 */
export const Area = z.enum([
  'risk-identification',
  'access-and-segregation',
  'change-and-integrity',
  'logging-and-monitoring',
  'resilience',
]);

/** @public */
export type Area = z.output<typeof Area>;

/**
 * The title of each area.
 *
 * @public
 */
export const areaTitles: Readonly<Record<Area, string>> = {
  'risk-identification': 'Risk identification',
  'access-and-segregation': 'Access and segregation of duties',
  'change-and-integrity': 'Change and integrity',
  'logging-and-monitoring': 'Logging and monitoring',
  resilience: 'Resilience',
};
