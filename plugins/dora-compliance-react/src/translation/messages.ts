import { evidenceMessages } from './evidenceMessages';
import { timeMessages } from './timeMessages';

/** The English texts. */
export const messages = {
  loading: 'Loading',
  status: {
    'not-applicable': 'Not applicable',
    satisfied: 'Satisfied',
    'risk-accepted': 'Risk accepted',
    'not-assessed': 'Not assessed',
    'not-satisfied': 'Not satisfied',
  },
  criticality: {
    'critical-or-important': 'Critical or important',
    important: 'Important',
    standard: 'Standard',
    unclassified: 'Unclassified',
  },
  criticalityPath: 'Where the criticality comes from',
  // Each stands between the names of two entities.
  relation: {
    'supported-by': 'is supported by',
    'has-part': 'contains',
    'depends-on': 'depends on',
    'consumes-api': 'consumes',
    'api-provided-by': 'is an API of',
    'deployed-by': 'is deployed by',
    'provided-by': 'is provided by',
  },
  review: {
    never: 'Never reviewed',
    overdue: 'Overdue',
    due: 'Reviewed',
  },
  reviewDue: {
    overdue: 'since {{day}}',
    due: 'due {{day}}',
  },
  sourceState: {
    misconfigured: 'Off: wrong configuration',
    failing: 'Failing',
    silent: 'Silent',
    incomplete: 'Incomplete',
    'never-heard': 'Nothing received yet',
    healthy: 'Healthy',
    off: 'Off',
  },
  error: {
    unavailable:
      'The backend is not available (HTTP status {{status}}). Try again in a few minutes.',
    unreachable:
      'The backend could not be reached. Check your network connection, and try again.',
    unknownResponse:
      'The response of the backend has an unknown format. Reload the page. If that does not help, ask the administrators of this Backstage to install the same version of the frontend and backend packages.',
  },
  evidence: evidenceMessages,
  time: timeMessages,
} as const;
