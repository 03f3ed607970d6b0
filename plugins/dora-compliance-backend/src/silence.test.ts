import { mockServices } from '@backstage/backend-test-utils';
import type {
  IctAsset,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { createGithubEvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-github';
import {
  type EvidenceSource,
  loadControlFolder,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { deliveries } from '@ict-assurance/example-bank';
import type { Knex } from 'knex';
import { ScriptedCollector } from './__testUtils__/ScriptedCollector';
import { silentTelemetry } from './__testUtils__/silentTelemetry';
import { compileCatalogue } from './assess/ControlCatalogue';
import { Corridor } from './compose/Corridor';
import { migrate } from './kernel/database/migrate';
import { keepDelivery } from './ledger/receive/receiveDelivery';
import { shiftInstant } from './kernel/worker/shiftInstant';
import { FreshDatabases } from './__testUtils__/FreshDatabases';

const databases = new FreshDatabases();
const today = '2026-11-24';
const DAY = 24 * 60 * 60_000;

const github = createGithubEvidenceSource({
  webhookSecrets: ['x'],
  events: false,
  productionEnvironments: [],
  protectedBranches: [],
});

/** What a test collects says nothing; what is pushed says what it says. */
const source: EvidenceSource = {
  ...github,
  id: github.id,
  keepHeaders: github.keepHeaders,
  authenticate: (delivery, at) => github.authenticate(delivery, at),
  deliveryId: delivery => github.deliveryId(delivery),
  normalise: document =>
    document.headers['dora-collected'] === '1'
      ? { outcome: 'normalised', statements: [] }
      : github.normalise(document),
};

const proven = { verification: 'authenticated', proof: 'signed-body' } as const;

const name = 'statement-renderer';
const asset: IctAsset = {
  entityRef: `component:default/${name}`,
  id: `urn:backstage:component:default:${name}`,
  declared: {},
  problems: [],
  kind: 'component',
  type: 'service',
  title: name,
  repositories: [`https://github.com/meridian-bank/${name}`],
  linked: true,
};

describe.each(databases.eachSupportedId())('silence on %s', databaseId => {
  const collector = new ScriptedCollector(github.id);
  let knex: Knex;
  let now = `${today}T00:00:00.000Z` as Instant;

  /** A backend that starts on the tables of the one before. */
  async function start(): Promise<Corridor> {
    const { entityRef, title } = asset;
    const corridor = new Corridor({
      knex,
      sources: new Map([[source.id, source]]),
      collectors: new Map([[collector.sourceId, collector]]),
      controls: compileCatalogue(
        await loadControlFolder(
          `${__dirname}/../../dora-compliance-backend-module-controls/controls`,
        ),
      ),
      inventory: {
        find: async () => [],
        async *pages() {
          yield [
            { node: { node: 'asset', entityRef, title, links: [], asset } },
          ];
        },
      },
      logger: mockServices.logger.mock(),
      telemetry: silentTelemetry(),
      now: () => now,
      // Two months of releases come at once.
      lateAfter: 200 * 24 * 60 * 60_000,
    });
    await corridor.install();
    await corridor.sync();
    await corridor.drain();
    await corridor.sources.watch.beat();
    await corridor.drain();
    return corridor;
  }

  async function approval(corridor: Corridor) {
    await corridor.drain();
    const current = await corridor.assessments.current(asset.entityRef);
    const found = current.get('chg-02-independent-approval');
    const { status, reason } = found!.assessment;
    return `${status} ${reason.code}`;
  }

  it('a control is not assessed while something may have been missed', async () => {
    knex = await databases.init(databaseId);
    await migrate({ getClient: async () => knex });
    const before = await start();
    for (const { event, id, payload } of deliveries(today)) {
      const delivery = {
        headers: { 'x-github-event': event, 'x-github-delivery': id },
        body: new TextEncoder().encode(JSON.stringify(payload)),
      };
      await keepDelivery(source, delivery, proven, {
        store: before.documents,
        redaction: { personalData: [] },
        now,
      });
    }
    const fine = 'satisfied all-members-satisfied';
    expect(await approval(before)).toBe(fine);

    // Nobody receives for three days; a release may have come meanwhile.
    now = shiftInstant(now, 3 * DAY);
    const after = await start();
    expect(await approval(after)).toBe('not-assessed evidence-gap');

    // A round looks back a day; what lies before it is backfilled by itself.
    await after.sources.collection.drain();
    expect(await approval(after)).toBe(fine);
    await after.stop();
    await knex.destroy();
  });
});
