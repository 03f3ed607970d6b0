import {
  type Assessment,
  englishRules,
  type IctAsset,
  readReasons,
  reason,
  writeReason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compileControl } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Reader } from '../permissions/Reader';
import { rowFromGap } from '../sources/silence/gapRow';
import { inBrackets, sentencesIn } from '../testing/inBrackets';
import {
  assetNamed,
  at,
  control,
  received,
  statementOn,
} from '../testing/samples';
import { ComplianceQuery } from './compliance/ComplianceQuery';
import { evidenceViews } from './evidence/evidenceView';
import { describedTo } from './evidence/readableDocument';
import { csvColumns, csvLine } from './inventory/inventoryCsv';
import { errorDetail } from './errorDetail';
import { backfillView, targetView } from './sources/sourceRows';
import { gapView, sourceView } from './sources/sourceView';

const seesAll = { seesAll: async () => true } as Reader;
const seesNothing = {
  seesAll: async () => false,
  readable: async () => () => false,
} as unknown as Reader;
const problem = writeReason(reason('not-read-completely'));
const target = 'https://github.com/bank/a';

const cause = {
  code: 'owner-too-few-members',
  params: { ownerRef: 'group:default/a', count: 1, needed: 2 },
};
const assessment: Assessment = {
  entityRef: 'component:default/a',
  controlId: control.id,
  controlDigest: received('{}').document.digest,
  status: 'not-assessed',
  reason: {
    ...reason('evidence-gap', {
      source: 'github',
      from: at(0),
      to: at(5),
      cause: 'source-off',
      more: 1,
    }),
  },
  counts: { satisfied: 0, notAssessed: 1, notSatisfied: 1 },
  rows: [
    {
      member: {
        kind: 'deployment',
        deployment: { id: '4711', environment: 'production' },
        at: at(0),
      },
      status: 'not-satisfied',
      reason: {
        code: 'no-approval',
        params: { change: '1', alike: 2, total: 3, unproven: 1 },
      },
      checks: [{ check: 'owner-can-act', passed: false, cause, evidence: [] }],
    },
  ],
  asOf: at(9),
};

function createQuery(found = assessment) {
  const compiled = compileControl({ ...control, remediation: 'Fix.' });
  const asset = assetNamed('a');
  const current = new Map([
    [control.id, { assessment: found, assessedAt: at(9) }],
  ]);
  return new ComplianceQuery({
    register: { find: async () => ({ asset, criticality: {} }) },
    assessments: {
      countDue: async () => 0,
      results: async () => current,
      current: async () => current,
    },
    evidence: {
      lastRecordedAt: async () => undefined,
      listAboutOrganizations: async () => new Set(),
    },
    controls: new Map([[control.id, compiled]]),
    closing: {
      ofAll: async () => [
        {
          sourceId: 'github',
          from: at(0),
          to: at(5),
          collects: true,
          work: [{ way: 'backfill', since: at(6), problem }],
        },
      ],
    },
    origins: { find: async () => [] },
    decision: {
      evidence: {
        ...{ loadLatest: async () => [], loadHistory: async () => [] },
        loadLatestOfEach: async () => [],
        findWithEvidence: async () => new Set(),
        loadLineage: async () => ({ evidence: [], starts: new Map() }),
      },
      people: { claimsOn: async () => [] },
      silence: { findGaps: async () => new Map() },
    },
    sentences: inBrackets,
  } as never);
}

describe('in another language', () => {
  it('an asset has no sentence that was put together elsewhere', async () => {
    const view = await createQuery().readCompliance('a', at(9), seesAll);
    const { paths, foreign } = sentencesIn(view);
    expect(foreign).toEqual([]);
    expect(paths).toEqual(['areas.controls.reason.sentence', 'areas.title']);
  });

  it.each([
    ['all', seesAll],
    ['nothing', seesNothing],
  ])('a control neither, for who may read %s', async (_, reader) => {
    const view = await createQuery().readControl(
      'a',
      control.id,
      { now: at(9) },
      reader,
    );
    const { paths, foreign } = sentencesIn(view);
    expect(foreign).toEqual([]);
    expect(paths).toEqual([
      'advice',
      'resolution.what',
      'resolution.when.sentence',
      'resolution.who.sentence',
      'result.reason.sentence',
      'rows.checks.cause.sentence',
      'rows.checks.title',
      'rows.member.title',
      'rows.reason.sentence',
    ]);
  });

  it('a source, its gaps, targets, and backfills neither', () => {
    const none = { received: 0, rejected: 0, partial: 0, waiting: 0 };
    const targets = {
      ...{ all: 2, read: 2, incomplete: 2, uncovered: 2 },
      ...{ expected: 0, received: 0, missed: 0 },
    };
    const source = sourceView({
      id: 'github',
      kinds: { receives: true, collects: true },
      figures: {
        lastDay: none,
        all: none,
        refused: [],
        targets,
        latestRound: { at: at(0), target, complete: false, problem },
        gaps: { open: 1, silent: 0 },
      },
      quietAfter: 1,
      now: at(9),
      sentences: inBrackets,
    });
    const detail = writeReason(
      reason('target-incomplete', { target, problem }),
    );
    const gap = gapView(
      rowFromGap({
        sourceId: 'github',
        from: at(0),
        cause: 'collector-silent',
        detail,
      }) as never,
      undefined,
      inBrackets,
    );
    const row = {
      ...{ uri: target, problem, parts: null, due_at: at(0), since: at(0) },
      ...{ requested_at: at(0), last_at: at(0), clock_skew: null },
    } as never;
    const views = {
      source,
      gap,
      round: targetView(row, [], inBrackets),
      backfill: backfillView(row, inBrackets),
    };
    const { paths, foreign } = sentencesIn(views);
    expect(foreign).toEqual([]);
    expect(paths).toEqual([
      'backfill.problem',
      'gap.detail',
      'gap.reason.params.detail',
      'gap.reason.sentence',
      'round.problem',
      'source.lastHeartbeat.problem',
      'source.reason.params.problem',
      'source.reason.sentence',
    ]);
  });

  it('evidence and documents neither', async () => {
    const { document } = received('{}');
    const evidence = { ...statementOn('a'), id: 'x', recordedAt: at(1) };
    const flaw = writeReason(reason('more-problems', { count: 2 }));
    const views = {
      evidence: await evidenceViews(
        [{ evidence, document }] as never,
        seesAll,
        inBrackets,
      ),
      documents: await describedTo(
        seesAll,
        [
          { document, state: 'rejected', rejection: `${problem}\n${flaw}` },
          { document, state: 'partial', flaws: [flaw] },
        ],
        inBrackets,
      ),
    };
    const { paths, foreign } = sentencesIn(views.evidence);
    expect(foreign).toEqual([]);
    expect(paths).toEqual(['title']);
    const shown = sentencesIn(views.documents);
    expect(shown.foreign).toEqual([]);
    expect(shown.paths).toEqual(['flaws', 'rejection']);
  });

  it('an export and an error neither', () => {
    const asset: IctAsset = {
      ...assetNamed('a'),
      declared: {
        classification: { criticality: 'important', integrity: 'high' },
        functions: [],
        continuity: { rto: 'PT2H', rpo: 'PT0S' },
        exposure: { level: 'internet' },
        standalone: true,
        support: { regularEnd: '2028-12-31' },
      },
    };
    const item = {
      ...{ entityRef: asset.entityRef, title: 'a', kind: 'component' },
      ...{ functions: [], missing: ['location'], problems: 0, review: {} },
    } as never;
    const texts = [
      ...csvColumns(inBrackets),
      ...csvLine(item, asset, [], inBrackets),
      errorDetail('source-unknown', { source: 'x' })(inBrackets.language),
    ];
    expect(sentencesIn(texts).foreign).toEqual([]);
    expect(texts.filter(text => text.startsWith('⟦'))).toHaveLength(36);
  });

  it('a problem of a declared value is a rule and its parameters', () => {
    expect(Object.keys(englishRules)).toContain('recovery-objective');
    expect(readReasons(problem)).toEqual([reason('not-read-completely')]);
  });
});
