import { createReasons } from '../../registry/createReasons';

type Until = { until: string };

/** Why a change without an independent approval is, or is not, a proper emergency. */
export type EmergencyReasons = {
  'approved-in-order': { environment: string };
  'emergencies-frequent': { count: number; most: number; days: number };
  'emergencies-rare': { count: number; most: number; days: number };
  'emergency-not-declared': Until;
  'emergency-not-declared-yet': Until;
  'emergency-not-reviewed': Until;
  'emergency-not-reviewed-yet': Until;
  'emergency-refused': { reviewer: string; at: string };
  'emergency-reviewed': { reviewer: string; at: string };
  'emergency-reviewed-late': { reviewer: string; at: string } & Until;
  'emergency-reviewer-involved': { reviewer: string; person: string };
  'emergency-reviewer-unclear': { reviewer: string; person: string };
  'emergency-without-alert': { declared: string };
};

export const reason = createReasons<EmergencyReasons>();
