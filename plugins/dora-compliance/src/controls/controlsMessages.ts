/** The page with all controls, and the page of one control. */
export const controlsMessages = {
  title: 'Controls',
  intro:
    'All controls that are installed, with the number of ICT assets by the status of today.',
  notLoaded: 'The controls could not be loaded',
  noCounts:
    'Who passes and fails is not shown: your account may not read the scores, or they could not be loaded.',
  search: 'Search the controls',
  searchHint: 'Title, code or provision, such as 9(4)(e)',
  allAreas: 'All areas',
  found_one: '{{count, number}} control',
  found_other: '{{count, number}} controls',
  counts: 'ICT assets by status',
  severity: {
    critical: 'critical',
    high: 'high',
    medium: 'medium',
    low: 'low',
    same: 'Severity of a finding: {{severity}}.',
    byLevel:
      'Severity of a finding: {{critical}} on critical or important assets, {{important}} on important ones, {{standard}} on standard ones.',
  },
  relation: {
    requires: 'Required by {{provision}}',
    supports: 'Supports {{provision}}',
  },
  relationNote:
    'Required: the law states the outcome. Supports: the control is one reasonable means to it. What a provision says is in words of our own; read the act before you rely on it.',
  requirements: 'What is required',
  expression: 'Expression that is evaluated',
  forEach: 'For each {{member}}:',
  appliesTo: 'Applies to',
  remediation: 'How to fix it',
  gives: 'Connected: {{source}}',
  who: 'Who passes and fails now',
  about: 'About this control',
} as const;
