import type {
  Instant,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { receivedDocument } from '../ledger/receive/receiveDelivery';
import { rowFromGap } from '../sources/silence/gapRow';
import { fourEyesStory } from '../testing/fourEyesStory';
import { at } from '../testing/samples';
import type { Knex } from 'knex';
import type { Corridor } from '../compose/Corridor';
import {
  buildHeartbeat,
  type ScriptedCollector,
  scriptedSource,
  wholeRound,
} from './ScriptedCollector';

/** Where the repository of each component is. */
const repositories: Readonly<Record<string, string>> = {
  'component:default/ledger': 'https://github.com/bank/ledger',
  'component:default/portal': 'https://github.com/bank/portal',
  'component:default/vault': 'https://github.com/secret/vault',
};

/** The scripted source, whose documents may have flaws. */
export const bankSource: EvidenceSource = {
  ...scriptedSource,
  normalise(document) {
    const outcome = scriptedSource.normalise(document);
    const text = new TextDecoder().decode(document.body);
    return outcome.outcome === 'normalised' && text.includes('"flaw":')
      ? { ...outcome, flaws: ['A part could not be read.'] }
      : outcome;
  },
};

/** What its history happens to. */
type Bank = {
  readonly corridor: Corridor;
  readonly collector: ScriptedCollector;
  readonly knex: Knex;
  /** Minutes since the beginning, by the clock of the bank. */
  minutes: number;
  now(): Instant;
  has(entityRef: string): boolean;
};

/** Lets happen to the entities of a bank what happens in its history. */
export async function seedBank(bank: Bank): Promise<void> {
  await bank.corridor.sync();
  await bank.corridor.drain();
  const there = Object.entries(repositories).filter(([ref]) => bank.has(ref));
  for (const [ref, repository] of there) {
    // Each has its own hour, whichever others there are.
    const begin = 60 * (Object.keys(repositories).indexOf(ref) + 1);
    await seedRepository(bank, repository, begin);
  }
  if (bank.has('component:default/vault')) {
    bank.minutes = 300;
    await push(bank, '"not a statement of secret/vault"');
  }
  bank.minutes = 400;
  await collect(bank);
  bank.minutes = 410;
  await seedGaps(bank);
  await seedDiscoveries(bank);
  await bank.corridor.sources.api.backfills.start({
    sourceId: bankSource.id,
    since: at(-1000),
    now: bank.now(),
  });
  bank.minutes = 420;
}

async function seedRepository(bank: Bank, repository: string, begin: number) {
  const name = repository.split('/').at(-1) ?? '';
  const told = JSON.stringify(fourEyesStory(name)).replaceAll(
    `https://github.com/bank/${name}`,
    repository,
  );
  const statements: Statement[] = [
    ...JSON.parse(told),
    buildRun(repository, 'nightly.yml', begin),
    buildRun(repository, 'deploy.yml', begin + 1),
  ];
  for (const [place, statement] of statements.entries()) {
    bank.minutes = begin + place;
    const flaw = place === 0 ? { flaw: true } : {};
    const content = {
      statement: { ...statement, sourceId: bankSource.id },
      ...flaw,
    };
    await push(bank, JSON.stringify(content));
  }
}

function buildRun(
  repository: string,
  file: string,
  minutes: number,
): Statement {
  const project = repository.replace('https://github.com/', '');
  return {
    type: 'pipeline-run-finished',
    subjects: [
      { kind: 'repository', uri: repository },
      { kind: 'pipeline', uri: `urn:cicd:github.com:${project}:${file}` },
    ],
    predicate: {
      pipeline: { name: file },
      run: { id: '1', attempt: 1, url: `${repository}/runs/1` },
      outcome: 'success',
      finishedAt: at(minutes),
    },
    observedAt: at(minutes),
    sourceId: bankSource.id,
  };
}

/** Delivers a document, and waits until it is assessed. */
export async function push(bank: Pick<Bank, 'corridor' | 'now'>, text: string) {
  await bank.corridor.documents.receive([
    await receivedDocument({
      sourceId: bankSource.id,
      body: new TextEncoder().encode(text),
      headers: {},
      verification: 'authenticated',
      proof: 'secret',
      origin: 'pushed',
      receivedAt: bank.now(),
      redaction: { personalData: [] },
    }),
  ]);
  await bank.corridor.drain();
}

/** The round of the vault fails; the others read everything. */
async function collect(bank: Bank) {
  bank.collector.onCollect = async function* round(target, context) {
    if (!target.uri.includes('vault')) {
      yield* wholeRound(target, context);
      return;
    }
    const parts = [
      { part: 'history', complete: false, problem: 'The vault is shut' },
    ];
    yield {
      document: buildHeartbeat(target, context, { complete: false, parts }),
    };
  };
  await bank.corridor.sources.collection.drain();
  await bank.corridor.drain();
}

async function seedGaps(bank: Bank) {
  const buildGap = (cause: 'receiver-down' | 'deliveries-missed') => ({
    sourceId: bankSource.id,
    from: at(350),
    to: at(351),
    cause,
  });
  await bank.knex('source_gap').insert(rowFromGap(buildGap('receiver-down')));
  for (const [ref, uri] of Object.entries(repositories)) {
    if (bank.has(ref)) {
      const key = `repository|${uri}`;
      await bank
        .knex('source_gap')
        .insert(rowFromGap(buildGap('deliveries-missed'), { key, uri }));
    }
  }
}

async function seedDiscoveries(bank: Bank) {
  const { discoveries } = bank.corridor;
  const hasVault = bank.has('component:default/vault');
  await discoveries.note({
    source: 'github:github.com/bank',
    state: 'complete',
    pipelines: hasVault ? 7 : 3,
    at: bank.now(),
  });
  if (hasVault) {
    await discoveries.note({
      source: 'github:github.com/secret',
      state: 'failed',
      failure: 'secret/vault could not be read.',
      at: bank.now(),
    });
  }
}
