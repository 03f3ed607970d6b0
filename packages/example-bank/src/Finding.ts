/** A vulnerable dependency of a service that a scan found. */
export type Finding = {
  service: string;
  number: number;
  severity: 'critical' | 'high' | 'medium';
  title: string;
  /** How many days before today it was found. */
  foundDaysAgo: number;
  /** Absent while it is open. */
  fixedDaysAgo?: number;
};

/** Ledger leaves findings open; Customer Onboarding fixes them faster than before. */
export const findings: readonly Finding[] = [
  {
    service: 'statement-renderer',
    number: 1,
    severity: 'high',
    title: 'Prototype pollution in a template engine',
    foundDaysAgo: 66,
    fixedDaysAgo: 63,
  },
  {
    service: 'ledger',
    number: 1,
    severity: 'high',
    title: 'Denial of service by crafted regular expressions',
    foundDaysAgo: 110,
  },
  {
    service: 'ledger',
    number: 2,
    severity: 'critical',
    title: 'Remote code execution by deserialization',
    foundDaysAgo: 45,
  },
  {
    service: 'onboarding-portal',
    number: 1,
    severity: 'critical',
    title: 'Cross-site scripting in a form library',
    foundDaysAgo: 95,
    fixedDaysAgo: 52,
  },
  {
    service: 'onboarding-portal',
    number: 2,
    severity: 'critical',
    title: 'Path traversal in a file upload',
    foundDaysAgo: 20,
    fixedDaysAgo: 18,
  },
];
