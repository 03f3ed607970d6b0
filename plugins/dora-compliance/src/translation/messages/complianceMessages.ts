/** The Compliance tab and card. */
export const complianceMessages = {
  title: 'Compliance',
  disclaimer:
    'Results are indications from collected evidence about Regulation (EU) 2022/2554 (DORA). They are not legal advice.',
  noControls:
    'No controls are installed. Ask the administrators of this Backstage to install a backend module with controls.',
  count: {
    satisfied: '{{amount, number}} satisfied',
    'not-satisfied': '{{amount, number}} not satisfied',
    'not-assessed': '{{amount, number}} not assessed',
    'risk-accepted': '{{amount, number}} with accepted risk',
    'not-applicable': '{{amount, number}} not applicable',
  },
  named: {
    'not-satisfied': 'Not satisfied: {{controls}}',
    'not-assessed': 'Not assessed: {{controls}}',
  },
  lastEvidence: 'Last evidence recorded {{time}}.',
  noEvidence: 'No evidence was recorded yet.',
  pending: 'New evidence is being assessed…',
  control: '{{code}} {{title}}',
  allControls: 'All controls',
  who: 'Who can do it',
  when: 'When the finding ends',
  prevention: 'How to prevent it',
  assessed: 'Assessed {{time}}.',
  nextAssessment:
    'The next assessment is due {{time}}, or earlier if the evidence changes.',
  neverAssessed: 'Not assessed yet.',
  thisAsset: 'This asset is a {{kind}} of type {{type}}.',
  thisAssetUntyped: 'This asset is a {{kind}} without a type.',
  members: 'What was assessed',
  omitted_one: '{{count, number}} more is counted but not listed.',
  omitted_other: '{{count, number}} more are counted but not listed.',
  happened: 'Time: {{time}}',
  check: '{{question}} {{answer}}',
  answer: { yes: 'Yes', no: 'No', none: 'Not assessed' },
  evidence: 'Evidence',
  evidenceNumbers: 'Evidence: {{numbers, list(type: unit; style: short)}}',
  withheld:
    'Evidence about an organization is not listed here. Only who may read the whole catalog can open it.',
  law: 'Legal basis',
  required: 'Required by {{provisions, list(type: unit; style: short)}}.',
  supported: 'Supports {{provisions, list(type: unit; style: short)}}.',
  provision: '{{act}} Art {{article}}',
  template: '{{act}} template {{template}}',
  notCovered: 'What this control does not assess',
  reads: 'Evidence that this control reads',
  origin: {
    seen: 'Source: {{source}}. Last: {{time}}.',
    connected:
      'Possible source: {{sources, list(type: disjunction)}}. None came for this asset.',
    'not-connected':
      '{{sources, list(type: disjunction)}} could give it if configured for that.',
    'was-connected':
      'Former source, not configured for that any more: {{source}}. Last: {{time}}.',
    none: 'No installed source can give it.',
  },
  parameters: 'Parameters',
  parameter: {
    same: '{{name}} is {{value}}.',
    byLevel:
      '{{name}} is {{critical}} for critical or important assets, {{important}} for important ones, and {{standard}} for standard ones.',
    days_one: '{{count, number}} day',
    days_other: '{{count, number}} days',
    policy: 'It is a policy, not stated by law.',
    law: 'It follows from {{provision}}.',
    override:
      'The configuration of this Backstage sets it. Before: {{critical}}, {{important}}, and {{standard}}. Reason: {{rationale}}',
    approved: 'Approved by {{person}} on {{day}}.',
  },
  crosswalks: 'Other frameworks, for information',
  crosswalk: '{{framework}}: {{refs, list(type: unit; style: short)}}',
  scope: {
    appliesTo: 'This control applies to assets whose {{condition}}.',
    is: '{{field}} is {{values, list(type: disjunction)}}',
    isNot: '{{field}} is not {{values, list(type: disjunction)}}',
    isSet: '{{field}} is set',
    isNotSet: '{{field}} is not set',
    matches: '{{field}} matches {{pattern}}',
    all: '{{conditions, list(type: conjunction)}}',
    any: '({{conditions, list(type: disjunction)}})',
    not: 'not ({{condition}})',
  },
} as const;
