import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  ControlStatus,
  Criticality,
  DocumentState,
  InventoryStatus,
  InventorySort,
  type OperationName,
  RecordField,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { BankRequest, BankUnderTest } from './BankUnderTest';
import { bankControls } from './bankControls';
import { bankEntities, bankOwners, pipelineUrn } from './bankEntities';
import { bankSource } from './bankHistory';

/** All that one operation answers a caller, asked in every way. */
type OperationCase = (bank: BankUnderTest) => Promise<string[]>;

const refs = bankEntities.map(entity => stringifyEntityRef(entity));
const assets = refs.filter(ref =>
  /:default\/(ledger|portal|vault|deploy)$/.test(ref),
);
const sourceId = bankSource.id;
const unknownDigest = `sha256:${'0'.repeat(64)}`;

/** The same words for each value of each filter, whoever has it. */
const filters: Readonly<Record<string, readonly string[]>> = {
  kind: ['component', 'resource'],
  type: ['service', 'website', 'safe', 'ci-pipeline'],
  owner: [...bankOwners.keys()],
  system: refs,
  function: refs,
  provider: refs,
  criticality: [...Criticality.options, 'unclassified'],
  exposure: ['internet', 'indirect', 'none', 'unknown'],
  missing: [...RecordField.options, 'none'],
  review: ['never', 'due', 'overdue'],
  finding: ['declared-below-computed', 'wrong-value', 'out-of-support'],
  status: InventoryStatus.options,
  search: ['vault', 'ledger', 'the', 'secret', 'payments'],
};

/** Controls to try: one in place of an installed one, a new one, and a bad one. */
export const tried: readonly string[] = ['owner', 'tst-99-new', 'x'].map(
  id => `
id: ${id === 'owner' ? 'tst-98-owner' : id}
code: TST-99
title: T
objective: O
provisions: [{ act: DORA, ref: '9(4)(e)', relation: supports }]
lens: { area: resilience }
appliesTo: { kind: component }
severity: { critical-or-important: high, important: medium, standard: low }
population: { each: asset, from: ownership-observed, within: P30D }
assess: [{ id: it, text: It., assert: asset.ownership.satisfied }]
remediation: R
`,
);

const filtered = Object.entries(filters).flatMap(([name, values]) =>
  values.map(value => ({ [name]: value })),
);

/** Every page of a list, a few items at a time. */
async function walk(
  bank: BankUnderTest,
  name: OperationName,
  { query, ...asked }: BankRequest,
): Promise<string[]> {
  const pages: string[] = [];
  let cursor: string | undefined;
  do {
    const page = { limit: 2, ...query, ...(cursor && { cursor }) };
    const text = await bank.ask(name, { ...asked, query: page });
    pages.push(text);
    cursor = readNextCursor(text);
  } while (cursor !== undefined && pages.length < 100);
  return pages;
}

function readNextCursor(text: string): string | undefined {
  const body = parseBody(text);
  return body.nextCursor ?? body.targets?.nextCursor;
}

function parseBody(text: string): any {
  return JSON.parse(text.slice(text.indexOf(' ') + 1));
}

/** The same asked about every asset, those that may not be read included. */
const ofEachAsset =
  (
    ask: (
      bank: BankUnderTest,
      params: Record<string, string>,
    ) => Promise<string[]>,
  ): OperationCase =>
  async bank => {
    const answers: string[] = [];
    for (const ref of assets) {
      const [kind = '', namespace = '', name = ''] = ref.split(/[:/]/);
      answers.push(...(await ask(bank, { kind, namespace, name })));
    }
    return answers;
  };

const simply =
  (name: OperationName, asked: BankRequest = {}): OperationCase =>
  async bank =>
    [await bank.ask(name, asked)];

const askEach =
  (
    name: OperationName,
    queries: readonly BankRequest['query'][],
  ): OperationCase =>
  async bank => {
    const answers: string[] = [];
    for (const query of queries) {
      answers.push(await bank.ask(name, { query }));
    }
    return answers;
  };

const DIGEST = /sha256(?::|%3A)[0-9a-f]{64}/g;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g;

/** Items whose order depends on digests or on random ids, as a set. */
const inAnyOrder = (pages: readonly string[]): string[] =>
  pages
    .flatMap(text => parseBody(text).items ?? [text])
    .map(item => JSON.stringify(item).replace(DIGEST, '*').replace(UUID, '*'))
    .sort();

/** What the API answers of ids that it did not give to this caller. */
async function ofOthers(
  bank: BankUnderTest,
  name: OperationName,
  options: {
    ids: readonly string[];
    own: readonly string[];
    params: (id: string) => Record<string, string>;
  },
): Promise<string[]> {
  const answers = new Set<string>();
  for (const id of [...options.ids, unknownDigest]) {
    if (!options.own.includes(id)) {
      const text = await bank.ask(name, { params: options.params(id) });
      answers.add(text.replace(DIGEST, '*'));
    }
  }
  return [...answers].sort();
}

async function ownItems(
  bank: BankUnderTest,
  name: OperationName,
  asked: BankRequest,
): Promise<any[]> {
  const pages = await walk(bank, name, asked);
  return pages.flatMap(text => parseBody(text).items ?? []);
}

const listDocuments = (bank: BankUnderTest): Promise<string[]> =>
  bank.knex('document').orderBy('received_at').pluck('digest');

/** Targets of the source, and one that nobody knows. */
const targets = [
  'https://github.com/bank/ledger',
  'https://github.com/bank/portal',
  'https://github.com/secret/vault',
  'https://github.com/nobody/knows',
];

/** Everything that a scorecard can be about, and what does not exist. */
const scopes: readonly Record<string, string>[] = [
  {},
  ...[...bankOwners.keys(), 'none', 'group:default/nobody'].map(ref => ({
    of: 'group',
    ref,
  })),
  ...['system', 'function', 'asset'].flatMap(of =>
    [...refs, 'none'].map(ref => ({ of, ref })),
  ),
  ...['domain:default/bank', 'domain:default/none', 'none'].map(ref => ({
    of: 'domain',
    ref,
  })),
  ...[...Criticality.options, 'unclassified', 'none'].map(ref => ({
    of: 'criticality',
    ref,
  })),
];

function ofEachScope(
  ask: (
    bank: BankUnderTest,
    query: Record<string, string>,
  ) => Promise<string[]>,
): OperationCase {
  return async bank => {
    const answers: string[] = [];
    for (const scope of scopes) {
      answers.push(...(await ask(bank, scope)));
    }
    return answers;
  };
}

/**
 * A time line without the reason of its first result: the clock of the bank has minutes,
 * and the results of one minute have no order.
 */
function withoutFirstReason(answer: string): string {
  return answer.replace(
    /("from":"2026-03-01T00:00:00\.000Z"[^}]*?)"reason":\{.*?\},"sentence":".*?"\}/,
    '$1',
  );
}

/** Results of two controls, about one kind of member, in any status. */
const ofSomeControls = {
  control: `${bankControls[0]!.id},${bankControls[1]!.id}`,
  member: 'asset',
  status: ControlStatus.options.join(),
};
const evidenceFilters: readonly Record<string, string>[] = [
  {},
  { type: 'change-reviewed' },
  { sourceId },
  { verification: 'authenticated' },
  { from: '2026-03-01', to: '2026-03-01' },
];

const recordedDrill = {
  type: 'drill-completed',
  performedOn: '2026-01-02',
  documents: [],
  content: { kind: 'restore', outcome: 'succeeded' },
};

/** How each operation is asked, once in every way that matters. */
export const operationCases: Record<OperationName, OperationCase> = {
  listControls: simply('listControls'),
  listPolicies: simply('listPolicies'),
  describeControl: async bank => {
    const answers: string[] = [];
    for (const controlId of [...bankControls.map(({ id }) => id), 'other']) {
      answers.push(
        await bank.ask('describeControl', { params: { controlId } }),
      );
    }
    return answers;
  },
  readCompliance: ofEachAsset(async (bank, params) => [
    await bank.ask('readCompliance', { params }),
  ]),
  readControl: ofEachAsset(async (bank, params) => {
    const answers: string[] = [];
    for (const { id } of bankControls) {
      const asked = { params: { ...params, controlId: id } };
      answers.push(await bank.ask('readControl', asked));
      for (const known of ['then', 'now']) {
        const query = { asOf: bank.now(), known };
        answers.push(await bank.ask('readControl', { ...asked, query }));
      }
    }
    return answers;
  }),
  readScorecard: ofEachScope((bank, query) =>
    walk(bank, 'readScorecard', { query }),
  ),
  compareScorecards: async bank => {
    const pages: string[] = [];
    for (const by of ['group', 'system', 'function', 'criticality']) {
      for (const sort of ['name', '-findings']) {
        const query = { by, sort, limit: '1' };
        pages.push(...(await walk(bank, 'compareScorecards', { query })));
      }
    }
    return pages;
  },
  readTrend: ofEachScope(async (bank, query) => [
    await bank.ask('readTrend', { query: { ...query, from: '2020-01-01' } }),
    await bank.ask('readTrend', {
      query: { ...query, from: '2020-01-01', to: '2020-01-02' },
    }),
  ]),
  // Which statuses a pair has while its first evidence is processed depends on the
  // order of that work.
  listStatusChanges: ofEachScope(async (bank, scope) => {
    const query = { ...scope, since: '2026-03-01T00:00:01.000Z' };
    const { id: controlId } = bankControls[0]!;
    return [
      ...(await walk(bank, 'listStatusChanges', { query })),
      ...(await walk(bank, 'listStatusChanges', {
        query: { ...query, controlId },
      })),
    ];
  }),
  listChangePaths: async bank => {
    const pages: string[] = [];
    for (const ref of [...refs, 'resource:default/none']) {
      const query = { ref, limit: '1' };
      pages.push(...(await walk(bank, 'listChangePaths', { query })));
    }
    return pages;
  },
  listActions: async bank => {
    const pages: string[] = [];
    for (const group of [...bankOwners.keys(), 'none', 'group:default/x', '']) {
      for (const status of ['', 'not-satisfied', 'not-assessed']) {
        const query = { ...(group && { group }), ...(status && { status }) };
        pages.push(...(await walk(bank, 'listActions', { query })));
      }
    }
    for (const assetRef of refs) {
      const query = { assetRef };
      pages.push(...(await walk(bank, 'listActions', { query })));
    }
    return pages;
  },
  listScores: async bank => [
    await bank.ask('listScores', { query: { ref: refs.join(',') } }),
    ...(await Promise.all(
      refs.map(ref => bank.ask('listScores', { query: { ref } })),
    )),
  ],
  listResults: ofEachScope(async (bank, query) => [
    ...(await walk(bank, 'listResults', { query })),
    ...(await walk(bank, 'listResults', {
      query: { ...query, ...ofSomeControls },
    })),
  ]),
  exportResults: ofEachScope(async (bank, query) => [
    await bank.ask('exportResults', { query }),
    await bank.ask('exportResults', {
      query: { ...query, ...ofSomeControls },
    }),
  ]),
  exportScorecard: ofEachScope(async (bank, query) => [
    await bank.ask('exportScorecard', { query }),
  ]),
  readControlTimeline: ofEachAsset(async (bank, params) =>
    Promise.all(
      [...bankControls.map(({ id }) => id), 'none'].flatMap(controlId =>
        [undefined, { from: bank.now().slice(0, 10) }].map(async query =>
          withoutFirstReason(
            await bank.ask('readControlTimeline', {
              params: { ...params, controlId },
              ...(query && { query }),
            }),
          ),
        ),
      ),
    ),
  ),
  listProductionChanges: ofEachAsset(async (bank, params) => [
    await bank.ask('listProductionChanges', { params }),
  ]),
  readProductionChange: ofEachAsset(async (bank, params) =>
    Promise.all(
      ['1', '2', 'none']
        .flatMap((deployment): Record<string, string>[] => [
          { deployment, environment: 'production' },
          { deployment, environment: 'production', at: bank.now() },
        ])
        .map(query => bank.ask('readProductionChange', { params, query })),
    ),
  ),
  listEvidence: ofEachAsset(async (bank, params) => {
    const pages: string[] = [];
    for (const query of evidenceFilters) {
      pages.push(...(await walk(bank, 'listEvidence', { params, query })));
    }
    return inAnyOrder(pages);
  }),
  readEvidence: ofEachAsset(async (bank, params) => {
    const items = await ownItems(bank, 'listEvidence', { params });
    const own = items.map(({ id }) => id);
    const answers: string[] = [];
    for (const evidenceId of own) {
      const asked = { params: { ...params, evidenceId } };
      answers.push(await bank.ask('readEvidence', asked));
    }
    const others = await ofOthers(bank, 'readEvidence', {
      ids: await bank.knex('evidence').pluck('id'),
      own,
      params: evidenceId => ({ ...params, evidenceId }),
    });
    return [...inAnyOrder(answers), ...others];
  }),
  readDocument: ofEachAsset(async (bank, params) => {
    const items = await ownItems(bank, 'listEvidence', { params });
    const own = items.map(({ document }) => document.digest);
    const answers: string[] = [];
    for (const digest of own) {
      const asked = { params: { ...params, digest } };
      answers.push(await bank.ask('readDocument', asked));
    }
    const others = await ofOthers(bank, 'readDocument', {
      ids: await listDocuments(bank),
      own,
      params: digest => ({ ...params, digest }),
    });
    return [...inAnyOrder(answers), ...others];
  }),
  readAssetRecord: ofEachAsset(async (bank, params) => [
    await bank.ask('readAssetRecord', { params }),
  ]),
  readAssetGraph: ofEachAsset(async (bank, params) => [
    await bank.ask('readAssetGraph', { params }),
  ]),
  tryControl: async bank => {
    const answers: string[] = [];
    for (const control of tried) {
      const pages = await walk(bank, 'tryControl', { body: { control } });
      answers.push(...pages);
    }
    return answers;
  },
  reviewAsset: ofEachAsset(async (bank, params) => {
    const read = parseBody(await bank.ask('readAssetRecord', { params }));
    const digest = read.digest ?? unknownDigest;
    return [
      await bank.ask('reviewAsset', {
        params,
        body: { digest: unknownDigest },
      }),
      await bank.ask('reviewAsset', { params, body: { digest } }),
    ];
  }),
  recordEvidence: ofEachAsset(async (bank, params) => [
    await bank.ask('recordEvidence', { params, body: recordedDrill }),
  ]),
  confirmEvidence: ofEachAsset(async (bank, params) => [
    await bank.ask('confirmEvidence', {
      params,
      body: { evidence: unknownDigest, decision: 'approved' },
    }),
  ]),
  listInventory: async bank => {
    const answers: string[] = [];
    for (const query of filtered) {
      answers.push(await bank.ask('listInventory', { query }));
    }
    for (const sort of InventorySort.options) {
      answers.push(...(await walk(bank, 'listInventory', { query: { sort } })));
    }
    return answers;
  },
  readInventorySummary: askEach('readInventorySummary', [{}, ...filtered]),
  exportInventory: askEach('exportInventory', [
    ...InventorySort.options.map(sort => ({ sort })),
    ...filtered,
  ]),
  // A pipeline that the reader may not read is not called missing, as it would be if
  // it did not exist.
  listUninventoriedPipelines: async bank => {
    const items = await ownItems(bank, 'listUninventoriedPipelines', {});
    return items
      .filter(({ urn }) => urn !== pipelineUrn)
      .map(item => JSON.stringify(item));
  },
  listDiscoveries: simply('listDiscoveries'),
  listCriticalities: bank => walk(bank, 'listCriticalities', {}),
  listDocuments: async bank => {
    const answers: string[] = [];
    for (const state of DocumentState.options) {
      for (const source of [sourceId, 'catalog']) {
        const query = { state, sourceId: source };
        const pages = await walk(bank, 'listDocuments', { query });
        answers.push(`${pages.length} pages`, ...inAnyOrder(pages));
      }
    }
    return answers;
  },
  replayDocument: async bank => {
    const query = { state: 'normalised' };
    const items = await ownItems(bank, 'listDocuments', { query });
    const own = items.map(({ document }) => document.digest);
    const answers: string[] = [];
    for (const digest of own) {
      answers.push(await bank.ask('replayDocument', { params: { digest } }));
    }
    const partial = await ownItems(bank, 'listDocuments', {
      query: { state: 'partial' },
    });
    const others = await ofOthers(bank, 'replayDocument', {
      ids: await listDocuments(bank),
      own: [...own, ...partial.map(({ document }) => document.digest)],
      params: digest => ({ digest }),
    });
    return [...inAnyOrder(answers), ...others];
  },
  readProcessing: async bank => {
    const before = await bank.ask('readProcessing');
    // A month later what was decided is due again.
    bank.minutes += 40 * 24 * 60;
    const later = await bank.ask('readProcessing');
    bank.minutes -= 40 * 24 * 60;
    return [before, later];
  },
  listSources: simply('listSources'),
  readSource: bank => walk(bank, 'readSource', { params: { sourceId } }),
  listGaps: async bank =>
    inAnyOrder(await walk(bank, 'listGaps', { params: { sourceId } })),
  listBackfills: async bank =>
    inAnyOrder(await walk(bank, 'listBackfills', { params: { sourceId } })),
  collectNow: async bank => {
    const answers: string[] = [];
    for (const target of [undefined, ...targets]) {
      const asked = { params: { sourceId }, body: { target } };
      answers.push(await bank.ask('collectNow', asked));
    }
    return answers;
  },
  startBackfill: async bank => {
    const answers: string[] = [];
    for (const [place, target] of [...targets, undefined].entries()) {
      const body = { days: 30 + place, target };
      answers.push(
        await bank.ask('startBackfill', { params: { sourceId }, body }),
      );
    }
    return answers;
  },
  replayFlawed: async bank => {
    const answers: string[] = [];
    const queries: BankRequest['query'][] = [
      { state: 'rejected' },
      { state: 'partial', until: '2026-03-01T00:00:00.000Z' },
      { state: 'partial' },
    ];
    for (const query of queries) {
      const asked = { params: { sourceId }, query };
      answers.push(await bank.ask('replayFlawed', asked));
    }
    return answers;
  },
};

/** Operations in an order in which those that change something come last. */
export function inOrder(names: readonly OperationName[]): OperationName[] {
  const last = [
    'replayDocument',
    'replayFlawed',
    'reviewAsset',
    'recordEvidence',
    'confirmEvidence',
  ];
  return [...names].sort((a, b) => last.indexOf(a) - last.indexOf(b));
}

/**
 * A transcript without what differs between two databases by chance. Digests
 * and ids are numbered, so that equal ones stay equal.
 */
export function comparable(answers: readonly string[]): string[] {
  const numbers = new Map<string, string>();
  const numbered = (id: string) => {
    numbers.set(id, numbers.get(id) ?? `#${numbers.size}`);
    return numbers.get(id) ?? '';
  };
  return answers.map(text =>
    text
      .replace(DIGEST, numbered)
      .replace(UUID, numbered)
      .replace(/"(next|previous)Cursor":"[^"]+"/g, '"$1Cursor":"*"'),
  );
}
