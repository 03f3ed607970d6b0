import { recordFields } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { RecordWords } from '../language/RecordWords';
import { count, level } from './words';

const exposures = {
  internet: 'Reachable from the internet',
  indirect: 'Indirect',
  none: 'None',
};

export const record: RecordWords = {
  fields: recordFields,
  column: ({ title, point }) => `${title} ${point}`,
  missing: titles => titles.join(', '),
  values: {
    classification: of =>
      [
        level(of.criticality),
        of.confidentiality && `confidentiality ${of.confidentiality}`,
        of.integrity && `integrity ${of.integrity}`,
        of.availability && `availability ${of.availability}`,
      ]
        .filter(Boolean)
        .join('; '),
    continuity: ({ rto, rpo }) => `RTO ${rto}, RPO ${rpo}`,
    exposure: of => [exposures[of.level], of.reason].filter(Boolean).join(': '),
    functions: ({ titles }) => titles.join(', '),
    links: ({ count: n }) => count(n, 'link'),
    support: of =>
      [
        of.regularEnd && `regular until ${of.regularEnd}`,
        of.extendedEnd && `extended until ${of.extendedEnd}`,
        of.customEnd && `custom until ${of.customEnd}`,
        of.notApplicable &&
          `not applicable: ${of.notApplicable}${
            of.until ? ` (until ${of.until})` : ''
          }`,
      ]
        .filter(Boolean)
        .join(', '),
  },
  noneDeclared: 'None, as declared',
  notReadable: 'Declared, but you may not read it in the catalog',
  filters: {
    criticality: {
      'critical-or-important': 'Critical or important',
      important: 'Important',
      standard: 'Standard',
      unclassified: 'Unclassified',
    },
    exposure: {
      internet: 'Internet',
      indirect: 'Indirect',
      none: 'None',
      unknown: 'Unknown',
    },
    review: { never: 'Never', due: 'Due', overdue: 'Overdue' },
    finding: {
      'declared-below-computed': 'Declared below computed',
      'wrong-value': 'Wrong value',
      'out-of-support': 'Out of support',
    },
    status: {
      'not-satisfied': 'With findings',
      'not-assessed': 'With controls not assessed',
      'risk-accepted': 'With accepted risks',
      satisfied: 'All controls satisfied',
      'not-applicable': 'No control applies',
      'not-scored': 'Not scored yet',
    },
  },
  columns: {
    compliance: 'Compliance',
    coverage: 'Coverage',
    criticality: 'Effective criticality',
    entity: 'Entity',
    kind: 'Kind',
    lastReview: 'Last review',
    missing: 'Missing fields',
    'not-applicable': 'Controls not applicable',
    'not-assessed': 'Controls not assessed',
    'not-satisfied': 'Controls not satisfied',
    problems: 'Invalid values',
    provider: 'Provider',
    reviewDue: 'Review due',
    'risk-accepted': 'Controls with accepted risk',
    satisfied: 'Controls satisfied',
    status: 'Worst status',
    system: 'System',
    title: 'Title',
    type: 'Type',
  },
};
