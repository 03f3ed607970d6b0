import type { Flaw, Release } from './Release';

type Told = readonly [daysAgo: number, title: string, flaw?: Flaw];

/** The releases of a service by two people who approve each other's changes. */
function listReleases(
  service: string,
  people: readonly [string, string],
  told: readonly Told[],
): Release[] {
  return told.map(([daysAgo, title, flaw], place) => ({
    service,
    daysAgo,
    title,
    author: people[place % 2 ? 1 : 0],
    approver: people[place % 2 ? 0 : 1],
    ...(flaw && { flaw }),
  }));
}

/**
 * Releases that give the trends of ninety days something to show, as controls look
 * back ninety days more: Customer Documents works well all the time, Ledger badly, and
 * Customer Onboarding has improved since. Oldest first within a service.
 */
export const earlierReleases: readonly Release[] = [
  ...listReleases(
    'statement-renderer',
    ['claire-dubois', 'jan-de-vries'],
    [
      [171, 'Render statements as PDF'],
      [157, 'Number the pages'],
      [142, 'Translate statements into German'],
      [128, 'Add the address of the branch'],
      [114, 'Show the balance of each day'],
      [100, 'Use the new logo'],
      [86, 'Order bookings by date'],
      [72, 'Render statements of closed accounts'],
    ],
  ),
  ...listReleases(
    'ledger',
    ['erik-hansen', 'julia-schneider'],
    [
      [165, 'Book transfers between own accounts'],
      [149, 'Fix the cut-off time', 'direct-push'],
      [131, 'Book chargebacks', 'self-approved'],
      [118, 'Fix the currency of fees', 'direct-push'],
      [97, 'Compute interest of leap years', 'failed-run'],
    ],
  ),
  ...listReleases(
    'onboarding-portal',
    ['luca-ferrari', 'nadia-haddad'],
    [
      [163, 'Ask for the tax number', 'direct-push'],
      [138, 'Check postcodes while typing', 'self-approved'],
      [112, 'Accept residence permits', 'stale-approval'],
    ],
  ),
  ...listReleases(
    'identity-check',
    ['ingrid-solberg', 'nadia-haddad'],
    [
      [168, 'Read the chip of passports', 'self-approved'],
      [133, 'Screen against the new list of sanctions', 'failed-run'],
      [78, 'Compare faces in poor light'],
      [36, 'Accept driving licenses'],
      [8, 'Explain why a check failed'],
    ],
  ),
  ...listReleases(
    'customer-registry',
    ['nadia-haddad', 'luca-ferrari'],
    [
      [155, 'Store several addresses', 'direct-push'],
      [106, 'Merge duplicate customers', 'artifact-by-tag'],
      [62, 'Record consent to marketing'],
      [27, 'Delete customers after ten years'],
    ],
  ),
];
