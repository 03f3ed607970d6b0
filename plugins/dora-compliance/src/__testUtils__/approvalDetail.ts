import { ControlDetailView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { approval, compliance, review } from './ledgerViews';

const { id, code, title } = approval.control;

const check = (name: string, passed: boolean | null, sentence: string) => ({
  check: name,
  title: 'Approved by another person?',
  passed,
  cause: { code: 'approved', params: {}, sentence },
  evidence: passed === null ? [] : [review.id],
});

const row = (number: number, status: string, sentence: string) => ({
  member: {
    kind: 'deployment',
    title: `Deployment ${number} to production`,
    uri: `https://github.com/bank/ledger/deployments/${number}`,
    at: '2026-03-01T09:00:00.000Z',
  },
  status,
  reason: { code: 'approved', params: {}, sentence },
});

/** The control `approval` in full: two deployments are listed, three not. */
export const approvalDetail = ControlDetailView.parse({
  asset: compliance.asset,
  control: {
    id,
    code,
    title,
    objective: 'Nobody brings a change to production alone.',
    provisions: [
      { act: 'RTS-2024/1774', ref: '17(1)(b)', relation: 'requires' },
      { act: 'RTS-2024/1774', ref: '21(b)', relation: 'requires' },
      { act: 'DORA', ref: '9(4)(e)', relation: 'supports' },
    ],
    lens: { area: approval.control.area },
    appliesTo: { kind: 'component' },
    severity: {
      'critical-or-important': 'critical',
      important: 'high',
      standard: 'low',
    },
    population: { each: 'deployment', within: 'P90D' },
    assess: [{ id: 'four-eyes', text: 'Four eyes.', assert: 'true' }],
    remediation: 'Have the change reviewed.',
  },
  result: approval,
  advice: 'Have the change reviewed.',
  resolution: {
    what: 'Deploy a release that another person approved.',
    who: [
      { role: 'independent-approver', sentence: 'Another person.' },
      { role: 'asset-owner', sentence: 'The owner of the asset, guards.' },
    ],
    when: {
      kind: 'by-itself',
      at: '2026-06-01T09:00:00.000Z',
      sentence: 'It turns green by itself on 2026-06-01 09:00 UTC.',
    },
  },
  reads: [
    {
      type: 'change-merged',
      sources: [
        {
          id: 'github',
          title: 'GitHub',
          state: 'seen',
          lastAt: '2026-03-01T08:00:00.000Z',
        },
        { id: 'gitlab', title: 'GitLab', state: 'not-connected' },
      ],
    },
    { type: 'incident-detected', sources: [] },
    {
      type: 'service-deployed',
      sources: [
        { id: 'jenkins', title: 'Jenkins', state: 'connected' },
        {
          id: 'azure-devops',
          title: 'Azure DevOps',
          state: 'not-connected',
          lastAt: '2025-09-01T08:00:00.000Z',
        },
      ],
    },
    {
      type: 'review-completed',
      sources: [{ id: 'people', state: 'connected' }],
    },
  ],
  rows: [
    {
      ...row(2, 'not-satisfied', 'Nobody else approved it.'),
      checks: [
        check('approved', false, 'Only its author approved it.'),
        check('reviewed', null, 'No review was received.'),
      ],
    },
    {
      ...row(1, 'satisfied', 'Anna approved it.'),
      checks: [check('approved', true, 'Anna approved it.')],
    },
  ],
  omittedRows: 3,
});
