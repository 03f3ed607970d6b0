import type { ResultsParams } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { auditQuestionsMessages as messages } from './auditQuestionsMessages';

/** A weakness that pipelines often have, and the controls that show it. */
export type Weakness = {
  id: keyof typeof messages.weakness;
  query: ResultsParams;
};

/** The weaknesses that reviews of pipelines find most. */
export const weaknesses: readonly Weakness[] = [
  {
    id: 'unregulated-pipelines',
    query: {
      control: [
        'gov-01-complete-record',
        'gov-02-classification-reviewed',
        'gov-06-provider-registered',
      ],
    },
  },
  {
    id: 'excessive-privileges',
    query: {
      control: [
        'cic-01-least-privilege-tokens',
        'cic-05-no-toxic-combinations',
        'cic-06-secrets',
        'chg-12-separate-environments',
      ],
    },
  },
  {
    id: 'optional-controls',
    query: {
      control: [
        'chg-03-mandatory-gates',
        'chg-06-security-tests',
        'chg-09-checked-provenance',
      ],
    },
  },
  {
    id: 'short-retention',
    query: {
      control: [
        'evd-03-retention-approved',
        'evd-02-evidence-protected',
        'evd-04-collectors-healthy',
      ],
    },
  },
  {
    id: 'unenforced-policy',
    query: {
      control: [
        'gov-03-accountable-owner',
        'gov-05-exceptions-bounded',
        'evd-01-evidence-complete',
        'xct-03-findings-close-the-loop',
      ],
    },
  },
];
