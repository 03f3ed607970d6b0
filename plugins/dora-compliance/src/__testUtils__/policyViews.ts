import { PolicyView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { approval } from './ledgerViews';

const { id, code, title } = approval.control;
const control = { id, code, title };

/** A policy with a clause that nothing enforces, and one without. */
export const policies = {
  items: [
    {
      id: 'change-management',
      title: 'ICT change management',
      version: '3.2',
      ownerRef: 'group:default/risk',
      approvedBy: 'Management board',
      approvedOn: '2025-02-10',
      reviewedOn: '2025-02-10',
      reviewDue: '2026-02-10',
      link: 'https://wiki.bank.example/change',
      digest: `sha256:${'a'.repeat(64)}`,
      clauses: [
        {
          id: '4.7',
          text: 'The rollback is tested.',
          controls: [],
          notInstalled: [],
        },
        {
          id: '4.1',
          text: 'Another person approves.',
          controls: [control],
          notInstalled: ['gov-99'],
        },
      ],
    },
    {
      id: 'logging',
      title: 'Logging',
      version: '1',
      approvedOn: '2025-02-10',
      reviewDue: '2999-02-10',
      link: 'https://wiki.bank.example/logging',
      clauses: [
        {
          id: '1',
          text: 'Logs are kept.',
          controls: [control],
          notInstalled: [],
        },
      ],
    },
  ].map(item => PolicyView.parse(item)),
};
