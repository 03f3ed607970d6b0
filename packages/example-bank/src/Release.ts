/** How a release came about, where it is not as it should be. */
export type Flaw =
  | 'self-approved'
  | 'direct-push'
  | 'artifact-by-tag'
  | 'failed-run'
  | 'stale-approval'
  | 'break-glass';

/** One release of a service: a change, its build and its deployment. */
export type Release = {
  service: string;
  /** How many days before today it was deployed. */
  daysAgo: number;
  title: string;
  author: string;
  approver: string;
  flaw?: Flaw;
  /** Whether a workflow nobody declared was run on it by hand, a day later. */
  hotfix?: true;
};

/** The releases of Meridian Bank, oldest first within a service. */
export const releases: readonly Release[] = [
  ...[58, 44, 31, 17].map((daysAgo, index) => ({
    service: 'statement-renderer',
    daysAgo,
    title: [
      'Render statements in large print',
      'Add IBAN to every page',
      'Sign statements as PDF/A',
      'Show value dates in booking order',
    ][index] as string,
    author: index % 2 ? 'claire-dubois' : 'jan-de-vries',
    approver: index % 2 ? 'jan-de-vries' : 'claire-dubois',
  })),
  {
    service: 'payment-gateway',
    daysAgo: 55,
    title: 'Route instant payments to the new scheme',
    author: 'anna-lindqvist',
    approver: 'marco-bianchi',
  },
  {
    service: 'payment-gateway',
    daysAgo: 41,
    title: 'Retry timeouts of the clearing house',
    author: 'marco-bianchi',
    approver: 'sofia-novak',
  },
  {
    service: 'payment-gateway',
    daysAgo: 26,
    title: 'Raise the limit of batch payments',
    author: 'sofia-novak',
    approver: 'marco-bianchi',
    flaw: 'self-approved',
  },
  {
    service: 'payment-gateway',
    daysAgo: 9,
    title: 'Validate creditor names',
    author: 'anna-lindqvist',
    approver: 'sofia-novak',
  },
  {
    service: 'ledger',
    daysAgo: 52,
    title: 'Close the books at the cut-off time',
    author: 'erik-hansen',
    approver: 'julia-schneider',
  },
  {
    service: 'ledger',
    daysAgo: 30,
    title: 'Correct rounding of interest',
    author: 'erik-hansen',
    approver: 'julia-schneider',
    flaw: 'direct-push',
    hotfix: true,
  },
  {
    service: 'ledger',
    daysAgo: 12,
    title: 'Book fees in the currency of the account',
    author: 'julia-schneider',
    approver: 'erik-hansen',
    flaw: 'artifact-by-tag',
    hotfix: true,
  },
  {
    service: 'fraud-scoring',
    daysAgo: 48,
    title: 'Score by merchant category',
    author: 'priya-raman',
    approver: 'tomas-kral',
  },
  {
    service: 'fraud-scoring',
    daysAgo: 22,
    title: 'Use the new model for card payments',
    author: 'tomas-kral',
    approver: 'priya-raman',
    flaw: 'stale-approval',
  },
  {
    service: 'fraud-scoring',
    daysAgo: 5,
    title: 'Explain scores to the case workers',
    author: 'priya-raman',
    approver: 'tomas-kral',
    flaw: 'failed-run',
  },
  {
    service: 'onboarding-portal',
    daysAgo: 34,
    title: 'Open accounts for couples',
    author: 'luca-ferrari',
    approver: 'ingrid-solberg',
  },
  {
    service: 'onboarding-portal',
    daysAgo: 13,
    title: 'Explain why an address is needed',
    author: 'nadia-haddad',
    approver: 'luca-ferrari',
  },
  {
    service: 'corporate-website',
    daysAgo: 20,
    title: 'Show the savings rates of the autumn',
    author: 'oskar-lind',
    approver: 'emma-kowalska',
  },
  // On GitLab.
  {
    service: 'branch-locator',
    daysAgo: 38,
    title: 'Show opening hours on holidays',
    author: 'emma-kowalska',
    approver: 'oskar-lind',
  },
  {
    service: 'branch-locator',
    daysAgo: 15,
    title: 'Find cash machines without steps',
    author: 'oskar-lind',
    approver: 'emma-kowalska',
  },
  // On Azure DevOps.
  {
    service: 'newsletter',
    daysAgo: 33,
    title: 'Unsubscribe with one click',
    author: 'oskar-lind',
    approver: 'emma-kowalska',
  },
  {
    service: 'newsletter',
    daysAgo: 6,
    title: 'Send the autumn issue',
    author: 'emma-kowalska',
    approver: 'oskar-lind',
  },
  // Its source, its build and its deployment lie in three systems.
  {
    service: 'postcode-lookup',
    daysAgo: 46,
    title: 'Know the new districts of Vienna',
    author: 'luca-ferrari',
    approver: 'nadia-haddad',
  },
  {
    service: 'postcode-lookup',
    daysAgo: 11,
    title: 'Suggest streets while typing',
    author: 'nadia-haddad',
    approver: 'luca-ferrari',
  },
  // In emergencies: merged without an approval.
  {
    service: 'payment-gateway',
    daysAgo: 7,
    title: 'Stop duplicate instant payments',
    author: 'marco-bianchi',
    approver: 'sofia-novak',
    flaw: 'break-glass',
  },
  {
    service: 'corporate-website',
    daysAgo: 3,
    title: 'Warn of a phishing campaign',
    author: 'oskar-lind',
    approver: 'emma-kowalska',
    flaw: 'break-glass',
  },
];
