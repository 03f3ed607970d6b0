/** The page with the policies of the organization, and the page of each. */
export const policiesMessages = {
  title: 'Policies',
  intro:
    'The policies and standards of the organization, and which controls enforce their clauses.',
  notLoaded: 'The policies could not be loaded',
  none: 'No policy is declared. Declare them in app-config.yaml, in doraCompliance.policies.',
  unknown: 'There is no policy {{id}}.',
  all: 'All policies',
  version: 'Version {{version}}',
  approvedOn: 'Approved on {{day}}',
  approvedBy: 'Approved on {{day}} by {{by}}',
  reviewedOn: 'Reviewed on {{day}}',
  reviewDue: 'Next review due on {{day}}',
  overdue: 'Review overdue since {{day}}',
  owner: 'Owner: {{owner}}',
  document: 'Read the document',
  digest: 'Digest of the document',
  enforced: '{{enforced, number}} of {{all, number}} clauses have a control.',
  unenforced_one: '{{count, number}} clause that nothing enforces',
  unenforced_other: '{{count, number}} clauses that nothing enforces',
  everyEnforced: 'Every clause has a control.',
  unenforcedNote:
    'No control checks these clauses. Nobody knows from evidence whether they are followed.',
  others: 'Clauses with controls',
  clause: '{{id}} {{text}}',
  nothing: 'Nothing enforces it',
  notInstalled:
    'Controls that it names and that are not of the regime of the organization: {{ids, list(type: conjunction)}}.',
  counts: 'ICT assets by status of {{control}}',
  noCounts:
    'Who passes and fails is not shown: your account may not read the scores, or they could not be loaded.',
} as const;
