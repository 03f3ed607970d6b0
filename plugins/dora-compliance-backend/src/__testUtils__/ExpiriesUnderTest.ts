import type { TestDatabaseId } from '@backstage/backend-test-utils';
import {
  computeDigest,
  type Control,
  type Day,
  type Instant,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { assessQueued } from '../assess/assessQueued';
import { compileCatalogue } from '../assess/ControlCatalogue';
import { toInstalled } from '../assess/toInstalled';
import { KnexPairNames } from '../notify/KnexPairNames';
import { normaliseWith } from '../testing/normaliseWith';
import {
  assetNamed,
  at,
  control,
  normalised,
  received,
} from '../testing/samples';
import { createStores, type TestStores } from '../testing/TestStores';
import type { FreshDatabases } from './FreshDatabases';
import { OwnersUnderTest } from './OwnersUnderTest';

const YEAR = 365 * 24 * 60 * 60_000;

function assert(
  id: string,
  title: string,
  population: Control['population'],
  assertion: string,
): Control {
  return {
    ...control,
    id,
    title,
    population,
    assess: [{ id: 'it', text: 'It.', assert: assertion }],
  };
}

const record: Control['population'] = {
  each: 'asset',
  from: 'asset-record-observed',
  within: 'P30D',
};

/** Two controls that a person renews, and one that polls renew. */
const controls = compileCatalogue([
  assert(
    'gov-98-test',
    'Reviewed record',
    record,
    'asset.classification.satisfied',
  ),
  assert('gov-97-test', 'Supported', record, 'asset.support.satisfied'),
  assert(
    'chg-99-test',
    'Protected branch',
    { each: 'asset', from: 'branch-protection-observed', within: 'P2D' },
    'member.protected',
  ),
]);

/** An hour after the first of March. */
export function hour(hours: number): Instant {
  return at(hours * 60);
}

/** Assets whose evidence expires, their owners, and the messages that they get. */
export class ExpiriesUnderTest {
  readonly owners: OwnersUnderTest;
  readonly #stores: TestStores;
  #documents = 0;

  private constructor(owners: OwnersUnderTest, stores: TestStores) {
    this.owners = owners;
    this.#stores = stores;
  }

  static async on(
    databases: FreshDatabases,
    databaseId: TestDatabaseId,
  ): Promise<ExpiriesUnderTest> {
    const owners = await OwnersUnderTest.on(databases, databaseId);
    owners.names = new KnexPairNames(owners.knex, controls);
    const stores = await createStores(owners.knex);
    const installed = [...controls.values()].map(toInstalled);
    await stores.assessments.install(installed, hour(0));
    return new ExpiriesUnderTest(owners, stores);
  }

  async own(name: string, ownerRef?: string): Promise<void> {
    const asset = { ...assetNamed(name), ...(ownerRef && { ownerRef }) };
    const { entityRef, title } = asset;
    await this.#stores.assets.save(
      [{ node: 'asset', entityRef, title, links: [], asset }],
      hour(0),
    );
  }

  /** A poll finds the branch protected. */
  poll(name: string, hours: number): Promise<void> {
    return this.#learn(hours, {
      type: 'branch-protection-observed',
      subjects: [
        { kind: 'repository', uri: `https://github.com/bank/${name}` },
      ],
      predicate: { complete: true, branch: 'main', protected: true },
      observedAt: hour(hours),
      sourceId: 'github',
    });
  }

  /** A sweep reads the record, with the end of its support. */
  sweep(name: string, hours: number, regularEnd?: Day): Promise<void> {
    const { entityRef } = assetNamed(name);
    return this.#learn(hours, {
      type: 'asset-record-observed',
      subjects: [{ kind: 'entity', uri: entityRef }],
      predicate: {
        entityRef,
        record: computeDigest('record'),
        missing: [],
        problems: [],
        declared: 'standard',
        because: [],
        ...(regularEnd && { support: { regularEnd } }),
      },
      observedAt: hour(hours),
      sourceId: 'catalog',
    });
  }

  /** A person reviewed the record. */
  review(name: string, hours: number, day: Day): Promise<void> {
    const { entityRef } = assetNamed(name);
    const reviewedAt = `${day}T10:00:00.000Z` as Instant;
    return this.#learn(hours, {
      type: 'review-completed',
      subjects: [{ kind: 'entity', uri: entityRef }],
      predicate: {
        entityRef,
        record: computeDigest('record'),
        reviewer: { system: 'backstage', login: 'marco', kind: 'human' },
        reviewedAt,
      },
      observedAt: reviewedAt,
      sourceId: 'catalog',
    });
  }

  /** The backend runs until an hour: it assesses what is due and notifies owners. */
  async run(from: number, to: number): Promise<void> {
    for (let hours = from; hours <= to; hours += 6) {
      await this.assess(hours);
      await this.announce(hours);
    }
  }

  async assess(hours: number): Promise<void> {
    const { assessments, decision } = this.#stores;
    const options = { controls, limit: 100, now: hour(hours) };
    while ((await assessQueued(assessments, decision, options)) > 0) {
      // The next ones.
    }
  }

  /** Two minutes later, so that the quiet period is over. */
  announce(hours: number): Promise<void> {
    return this.owners.announce(at(hours * 60 + 2));
  }

  get payloads() {
    return this.owners.sent.map(({ payload }) => payload);
  }

  /** What messages about what is about to expire say. */
  get expiring() {
    return this.payloads.filter(({ topic }) => topic === 'expiring');
  }

  async #learn(hours: number, statement: Statement): Promise<void> {
    const { documents } = this.#stores;
    this.#documents += 1;
    await documents.receive([received(`${this.#documents}`, hours * 60)]);
    await normaliseWith(documents, {
      limit: 9,
      now: hour(hours),
      normalise: normalised(statement),
      lateAfter: YEAR,
    });
  }
}
