/** Evidence, and the documents that it was read from. */
export const evidenceMessages = {
  list: 'Evidence',
  loadFailed: 'The evidence could not be loaded',
  badge: {
    unverified: 'Sender not verified',
    late: 'Late, not confirmed',
    backfilled: 'Backfilled',
  },
  fact: {
    type: 'Type',
    observed: 'Happened',
    recorded: 'Recorded',
    late: 'Late',
    source: 'Source',
    proof: 'Proof',
    subjects: 'Subjects',
    id: 'Evidence ID',
    origin: 'Origin',
    redacted: 'Redacted',
    digest: 'Document digest',
  },
  lateBy: 'Recorded {{length}} after it happened',
  sourceAndVerification: '{{source}}, {{verification}}',
  subject: '{{kind}}: {{name}}',
  verification: {
    unverified: 'sender not verified',
    late: 'sender verified, but received late and not confirmed by the API',
    authenticated: 'sender verified',
    signed: 'signed',
  },
  origin: {
    pushed: 'pushed by the source',
    fetched: 'read from the delivery log of the source',
    collected: 'collected on a schedule',
    'back-filled': 'read from the history of the source (backfill)',
  },
  proof: {
    none: 'none: the sender was not verified',
    'signed-body':
      'signature of the body; it does not cover the event name and the delivery ID',
    'signed-delivery':
      'signature of the body, delivery ID and time; it does not cover other headers',
    secret: 'the sender knew the secret of the source; the body is not signed',
    read: 'read from the source with credentials of this backend',
  },
  redactions_one:
    '{{count, number}} value was removed before the document was stored',
  redactions_other:
    '{{count, number}} values were removed before the document was stored',
  redaction: '{{pointer}} ({{rule}})',
  wholeDocument: 'whole document',
  raw: {
    show: 'Show raw document',
    hide: 'Hide raw document',
    label: 'Raw document',
    loadFailed: 'The document could not be loaded',
    download: 'Download as received ({{bytes, number}} bytes)',
    match: 'The bytes match the digest',
    matchDetail: 'Your browser computed the digest just now.',
    mismatch: 'The bytes do not match the digest',
    mismatchDetail:
      'The digest of the bytes is {{digest}}. Do not rely on this document. Report it to the administrators of this Backstage.',
    digest: 'Document digest: {{digest}}',
  },
} as const;
