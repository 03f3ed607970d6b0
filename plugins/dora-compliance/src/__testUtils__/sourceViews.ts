import {
  BackfillView,
  computeDigest,
  DocumentView,
  GapView,
  SourceView,
  TargetView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { backendUrl } from './ledgerViews';

/** Whatever is asked about sources is asked below this address. */
export const sourcesUrl = `${backendUrl}/api/dora-compliance/sources`;

/** Where documents are listed. */
export const documentsUrl = `${backendUrl}/api/dora-compliance/documents`;

const nothing = { received: 0, rejected: 0, partial: 0, waiting: 0 };

/** Pushes and is asked; some of it is rejected, and a target is not whole. */
export const github = SourceView.parse({
  id: 'github',
  title: 'GitHub',
  kinds: { receives: true, collects: true },
  state: 'failing',
  reason: {
    code: 'source-rejects',
    params: { rejected: 3, received: 5 },
    sentence: '3 of the 5 documents of the last day could not be read.',
  },
  documents: {
    lastDay: { received: 5, rejected: 3, partial: 1, waiting: 0 },
    all: { received: 1200, rejected: 4, partial: 2, waiting: 0 },
  },
  refused: [
    { code: 'signature-invalid', count: 1200 },
    { code: 'body-too-large', count: 1 },
  ],
  reconciliation: { expected: 10, received: 8, missed: 2 },
  lastReceivedAt: '2026-03-01T10:00:00.000Z',
  lag: { recorded: 5_000 },
  lastHeartbeat: {
    at: '2026-03-01T11:00:00.000Z',
    target: 'https://github.com/bank/ledger',
    complete: false,
    problem: 'GitHub answered 403.',
  },
  targets: { all: 2, incomplete: 1 },
  clockSkew: -2_000,
  openGaps: 1,
});

/** Only pushes, and all is well. */
export const gitlab = SourceView.parse({
  id: 'gitlab',
  title: 'GitLab',
  kinds: { receives: true, collects: false },
  state: 'healthy',
  reason: {
    code: 'source-healthy',
    params: {},
    sentence: 'All documents were read, and there are no open gaps.',
  },
  documents: { lastDay: nothing, all: { ...nothing, received: 12 } },
  refused: [],
  lastReceivedAt: '2026-03-01T10:00:00.000Z',
  lag: {},
  targets: { all: 0, incomplete: 0 },
  openGaps: 0,
});

/** Installed, and not configured. */
export const off = SourceView.parse({
  ...gitlab,
  id: 'jenkins',
  title: 'Jenkins',
  kinds: { receives: false, collects: false },
  state: 'off',
  reason: {
    code: 'source-off',
    params: {},
    sentence:
      'Jenkins is off: doraCompliance.jenkins.webhookTokens is not set.',
  },
  documents: { lastDay: nothing, all: nothing },
  lastReceivedAt: undefined,
});

/** A document of GitHub that says `text`. */
function buildDocument(text: string, view: object) {
  return DocumentView.parse({
    document: {
      digest: computeDigest(new TextEncoder().encode(text)),
      sourceId: 'github',
      mediaType: 'application/json',
      size: 2048,
      receivedAt: '2026-03-01T10:00:00.000Z',
      verification: 'authenticated',
      proof: 'signed-body',
      origin: 'pushed',
      redactions: [],
    },
    ...view,
  });
}

export const rejected = buildDocument('rejected', {
  state: 'rejected',
  rejection: 'deployment.sha is missing.',
});

export const partial = buildDocument('partial', {
  state: 'partial',
  flaws: ['runs[3].id is no number.', 'runs[7] has no end.'],
});

export const ledgerTarget = TargetView.parse({
  kind: 'repository',
  target: 'https://github.com/bank/ledger',
  entityRefs: ['component:default/ledger'],
  dueAt: '2126-03-01T10:00:00.000Z',
  lastAt: '2026-03-01T11:00:00.000Z',
  lastCompleteAt: '2026-02-27T11:00:00.000Z',
  complete: false,
  problem: 'Deployments could not be read.',
  parts: [
    { part: 'pull-requests', complete: true },
    { part: 'deployments', complete: false, problem: 'GitHub answered 403.' },
  ],
  reconciliation: { expected: 10, received: 8, missed: 2 },
  clockSkew: -2_000,
});

export const openGap = GapView.parse({
  id: 'gap-2',
  sourceId: 'github',
  from: '2026-03-01T10:00:00.000Z',
  cause: 'collector-silent',
  reason: {
    code: 'gap-collector-silent',
    params: { from: '2026-03-01T10:00:00.000Z' },
    sentence: 'The source could not be read whole since 2026-03-01 10:00 UTC.',
  },
  advice: 'Start a backfill of github.',
});

export const closedGap = GapView.parse({
  ...openGap,
  id: 'gap-1',
  from: '2026-02-01T10:00:00.000Z',
  to: '2026-02-01T12:30:00.000Z',
  madeGoodAt: '2026-02-02T10:00:00.000Z',
  advice: undefined,
  cause: 'receiver-down',
  reason: { ...openGap.reason, sentence: 'No replica was there.' },
});

export const runningBackfill = BackfillView.parse({
  id: 'backfill-1',
  target: 'https://github.com/bank/ledger',
  since: '2026-02-01T00:00:00.000Z',
  state: 'running',
  done: 40,
  requestedAt: '2026-03-01T10:00:00.000Z',
  startedAt: '2026-03-01T10:00:05.000Z',
});
