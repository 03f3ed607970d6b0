import {
  Digest,
  computeDigest,
  EvidenceView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

export const ledger = 'component:default/ledger';

/** A delivery as GitHub sends it: compact, with an accent in UTF-8. */
export const documentBytes = new TextEncoder().encode(
  '{"action":"closed","pull_request":{"number":7,"title":"Café"}}',
);

/** What was read from {@link documentBytes}. */
export const mergedChange = EvidenceView.parse({
  id: Digest.parse(`sha256:${'e'.repeat(64)}`),
  type: 'change-merged',
  title: 'Change 7 merged by anna',
  subjects: [
    { kind: 'change', uri: 'https://github.com/bank/ledger/pull/7' },
    { kind: 'commit', digest: 'gitCommit:abc123' },
  ],
  predicate: {},
  observedAt: '2026-03-01T10:00:00.000Z',
  recordedAt: '2026-03-01T10:00:05.000Z',
  sourceId: 'github',
  verification: 'authenticated',
  proof: 'signed-body',
  document: {
    digest: computeDigest(documentBytes),
    sourceId: 'github',
    mediaType: 'application/json',
    size: documentBytes.byteLength,
    receivedAt: '2026-03-01T10:00:01.000Z',
    verification: 'authenticated',
    proof: 'signed-body',
    origin: 'pushed',
    redactions: [],
  },
});
