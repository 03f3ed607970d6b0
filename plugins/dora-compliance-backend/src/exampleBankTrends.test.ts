import { mockServices } from '@backstage/backend-test-utils';
import type {
  IctAsset,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { createGithubEvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-github';
import { loadControlFolder } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { deliveries } from '@ict-assurance/example-bank';
import type { Knex } from 'knex';
import { FreshDatabases } from './__testUtils__/FreshDatabases';
import { silentTelemetry } from './__testUtils__/silentTelemetry';
import { compileCatalogue } from './assess/ControlCatalogue';
import { Corridor } from './compose/Corridor';
import { migrate } from './kernel/database/migrate';
import { keepDelivery } from './ledger/receive/receiveDelivery';
import { catalogSource } from './register/ownSources';
import type { InventoryItem } from './register/Inventory';

const databases = new FreshDatabases();
const today = '2026-11-24';
const now = () => `${today}T00:00:00.000Z` as Instant;

const source = createGithubEvidenceSource({
  webhookSecrets: ['x'],
  events: false,
  productionEnvironments: [],
  protectedBranches: [],
});

/** The services of three teams. */
const teams = {
  'customer-documents': ['statement-renderer'],
  ledger: ['ledger'],
  'customer-onboarding': [
    'onboarding-portal',
    'identity-check',
    'customer-registry',
  ],
};

const items = Object.entries(teams).flatMap(([team, names]) =>
  names.map((name): InventoryItem => {
    const asset: IctAsset = {
      entityRef: `component:default/${name}`,
      id: `urn:backstage:component:default:${name}`,
      declared: {},
      problems: [],
      kind: 'component',
      type: 'service',
      title: name,
      ownerRef: `group:default/${team}`,
      repositories: [`https://github.com/meridian-bank/${name}`],
      linked: true,
    };
    const owner = { kind: 'group' as const, title: team, memberCount: 2 };
    const { entityRef, ownerRef, title } = asset;
    return {
      node: { node: 'asset', entityRef, title, links: [], asset },
      ownership: { entityRef, ownerRef, owner },
    };
  }),
);

async function openCorridor(knex: Knex): Promise<Corridor> {
  await migrate({ getClient: async () => knex });
  const controls = compileCatalogue(
    await loadControlFolder(
      `${__dirname}/../../dora-compliance-backend-module-controls/controls`,
    ),
  );
  const corridor = new Corridor({
    knex,
    sources: new Map([source, catalogSource].map(one => [one.id, one])),
    controls,
    inventory: {
      find: async () => [],
      async *pages() {
        yield items;
      },
    },
    logger: mockServices.logger.mock(),
    telemetry: silentTelemetry(),
    lateAfter: 200 * 24 * 60 * 60_000,
    now,
  });
  await corridor.install();
  return corridor;
}

async function send(corridor: Corridor) {
  for (const { event, id, payload } of deliveries(today)) {
    const proof = {
      outcome: 'accepted',
      verification: 'authenticated',
    } as const;
    await keepDelivery(
      source,
      {
        headers: { 'x-github-event': event, 'x-github-delivery': id },
        body: new TextEncoder().encode(JSON.stringify(payload)),
      },
      { ...proof, proof: 'signed-body' },
      {
        store: corridor.documents,
        redaction: { personalData: [] },
        now: now(),
      },
    );
  }
}

/** The compliance of a team over the ninety days before today. */
async function readPast(corridor: Corridor, team: keyof typeof teams) {
  const owner = `group:default/${team}`;
  const { days } = await corridor.scorecards.readTrend(
    { of: 'group', ref: owner, owners: [owner], visible: 'all' },
    { from: '2026-08-26', to: today },
  );
  return days.flatMap(({ isReconstructed, score }) =>
    isReconstructed ? [score.compliance!] : [],
  );
}

it.each(databases.eachSupportedId())(
  'one team of the example bank is good, one is bad and one improves, on %s',
  async databaseId => {
    const knex = await databases.init(databaseId);
    const corridor = await openCorridor(knex);
    await corridor.sync();
    await corridor.drain();
    await send(corridor);
    await corridor.drain();
    const { scores, decision } = corridor.work;
    await scores.reconstruct({
      stores: decision,
      controls: corridor.controls,
      days: 90,
      limit: 10,
      now: now(),
    });
    expect(await readPast(corridor, 'customer-documents')).toEqual([1]);
    const bad = await readPast(corridor, 'ledger');
    expect(bad.length).toBeGreaterThan(1);
    expect(Math.max(...bad)).toBe(0);
    const improving = await readPast(corridor, 'customer-onboarding');
    expect(improving).toEqual([...improving].sort());
    expect([improving[0], improving.at(-1)]).toEqual([0, 1]);
    expect(new Set(improving).size).toBeGreaterThan(5);
    await corridor.stop();
    await knex.destroy();
  },
);
