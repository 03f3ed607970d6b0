import {
  coreServices,
  createBackendModule,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import doraCompliance from '@ict-assurance/backstage-plugin-dora-compliance-backend';
import controls from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-controls';
import github, {
  createGithubEvidenceSource,
} from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-github';
import {
  type ControlDetailView,
  type Statement,
  statementDigest,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { deliveries, type Delivery } from '@ict-assurance/example-bank';
import type { Knex } from 'knex';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { FakeGithub } from './__testUtils__/FakeGithub';

jest.setTimeout(150_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_14'] });
const SECRET = 'hook-secret';
const BASE = 'https://backstage.example';
const HOUR = 3_600_000;

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'statement-renderer',
    annotations: {
      'github.com/project-slug': 'meridian-bank/statement-renderer',
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'nobody' },
};

const all = deliveries('2026-11-24').filter(({ payload }) =>
  JSON.stringify(payload).includes('meridian-bank/statement-renderer'),
);

/** The backend is down for the hour in which the last release was deployed. */
const up = Date.parse(all.at(-1)!.at) + 60_000;
const down = up - HOUR;
const isLost = ({ at }: Delivery) => Date.parse(at) >= down;

/** What the deliveries say, without a backend. */
function readStatements(some: readonly Delivery[]): Statement[] {
  const source = createGithubEvidenceSource({
    webhookSecrets: [],
    events: false,
    productionEnvironments: [],
    protectedBranches: [],
  });
  return some.flatMap(({ event, id, payload }) => {
    const said = source.normalise({
      headers: { 'x-github-event': event, 'x-github-delivery': id },
      body: new TextEncoder().encode(JSON.stringify(payload)),
    });
    return said.outcome === 'normalised' ? said.statements : [];
  });
}

const told = (some: readonly Delivery[]) => [
  ...new Set(readStatements(some).map(statementDigest)),
];

describe.each(databases.eachSupportedId())('an hour of downtime on %s', id => {
  let fake: FakeGithub;
  let knex: Knex;
  let stop: () => Promise<void>;
  let port: number;
  let scheduler: SchedulerService;

  beforeEach(async () => {
    // Only the clock: the backend waits for nothing but the database.
    jest.useFakeTimers({
      now: down - 60_000,
      doNotFake: [
        'hrtime',
        'nextTick',
        'performance',
        'queueMicrotask',
        'setImmediate',
        'clearImmediate',
        'setInterval',
        'clearInterval',
        'setTimeout',
        'clearTimeout',
      ],
    });
    fake = await FakeGithub.start(`${BASE}/api/dora-compliance/ingest/github`);
    knex = await databases.init(id);
  });

  afterEach(async () => {
    await stop();
    await fake.stop();
    await knex.destroy();
    jest.useRealTimers();
  });

  async function start(hasCredentials: boolean) {
    const backend = await startTestBackend({
      features: [
        doraCompliance,
        github,
        controls,
        mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
        createBackendModule({
          pluginId: 'dora-compliance',
          moduleId: 'drill',
          register(env) {
            env.registerInit({
              deps: { known: coreServices.scheduler },
              async init({ known }) {
                scheduler = known;
              },
            });
          },
        }),
        mockServices.database.factory({ knex }),
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: BASE },
            doraCompliance: {
              github: { webhookSecrets: [SECRET] },
              // Two months of releases come at once.
              evidence: { lateAfter: 'P200D' },
            },
            ...(hasCredentials && {
              integrations: {
                github: [
                  { host: 'github.com', apiBaseUrl: fake.url, token: 't' },
                ],
              },
            }),
          },
        }),
        catalogServiceMock.factory({ entities: [entity] }),
      ],
    });
    port = (backend.server.address() as AddressInfo).port;
    stop = () => backend.stop();
    await scheduler.triggerTask('dora-compliance-assets');
    await decided();
  }

  async function get<T>(path: string): Promise<T> {
    const response = await fetch(
      `http://localhost:${port}/api/dora-compliance${path}`,
      { headers: { authorization: 'Bearer mock-user-token' } },
    );
    if (!response.ok) {
      throw new Error(`${path}: ${await response.text()}`);
    }
    return response.json();
  }

  async function until(what: string, isSo: () => Promise<boolean>) {
    const end = performance.now() + 60_000;
    while (!(await isSo())) {
      if (performance.now() > end) {
        throw new Error(`After a minute still not so: ${what}`);
      }
      await sleep(50);
    }
  }

  async function decided() {
    await scheduler.triggerTask('dora-compliance-work');
    await until('all is decided', async () => {
      const { documents, assessments } = await get<{
        documents: { waiting: number };
        assessments: { due: number };
      }>('/processing');
      return documents.waiting === 0 && assessments.due === 0;
    });
  }

  const approval = () =>
    get<ControlDetailView>(
      '/assets/component/default/statement-renderer/controls/chg-02-independent-approval',
    );

  const describeStatus = ({ result }: ControlDetailView) =>
    `${result.status} ${result.reason.code}`;

  /** Controls that are not assessed because of a gap. */
  const withGaps = async () => {
    const { areas } = await get<{
      areas: { controls: ControlDetailView['result'][] }[];
    }>('/assets/component/default/statement-renderer/compliance');
    return areas
      .flatMap(area => area.controls)
      .filter(({ reason }) => reason.code === 'evidence-gap')
      .map(({ control }) => control.code)
      .sort();
  };

  const evidence = (): Promise<string[]> =>
    knex('evidence')
      .where('source_id', 'github')
      .whereNot('type', 'collector-heartbeat')
      .pluck('id');

  const openGaps = async () =>
    (await knex('source_gap').whereNull('made_good_at')).length;

  /** What is due is done, on one replica. */
  async function work() {
    await scheduler.triggerTask('dora-compliance-missed-deliveries');
    await scheduler.triggerTask('dora-compliance-collect');
    await until('the log was read', async () => {
      const waiting = await knex('delivery_log_read').whereNull('started_at');
      return waiting.length === 0;
    });
    await until('targets were collected', async () => {
      const waiting = await knex('collection_target').whereNull('last_at');
      return waiting.length === 0;
    });
    await until('nothing is running', async () => {
      const running = await knex('delivery_log_read').where('state', 'running');
      return running.length === 0;
    });
  }

  /** Up, reported on all until then, down for an hour, and up again. */
  async function goDownAndUp(
    hasCredentials: boolean,
    lost = all.filter(isLost),
  ) {
    await start(hasCredentials);
    for (const delivery of all.filter(one => !lost.includes(one))) {
      await fake.send(delivery, SECRET, port);
    }
    await decided();
    jest.setSystemTime(down);
    await scheduler.triggerTask('dora-compliance-beat');
    await stop();
    for (const delivery of lost) {
      await fake.send(delivery, SECRET);
    }
    jest.setSystemTime(up);
    await start(hasCredentials);
  }

  it('loses a release', () => {
    expect(told(all.filter(isLost)).length).toBeGreaterThan(1);
    expect(all.filter(isLost).map(({ event }) => event)).toContain(
      'deployment_status',
    );
    stop = async () => {};
  });

  it('is made up for from the delivery log', async () => {
    await goDownAndUp(true);
    const before = await approval();
    expect(describeStatus(before)).toBe('not-assessed evidence-gap');
    expect(before.advice).toBe(
      `You do not have to do anything: reading the delivery log of github will close the gap. This has been queued since ${new Date(
        up,
      )
        .toISOString()
        .slice(0, 16)
        .replace('T', ' ')} UTC.`,
    );
    expect(await withGaps()).toEqual(['CHG-02', 'CHG-04', 'CHG-05', 'CHG-10']);
    await work();
    await scheduler.triggerTask('dora-compliance-silence');
    expect(await openGaps()).toBe(0);
    await decided();
    expect((await evidence()).sort()).toEqual(told(all).sort());
    expect(describeStatus(await approval())).toBe(
      'satisfied all-members-satisfied',
    );
    expect(await withGaps()).toEqual([]);
    const fetched = await knex('document').where('origin', 'fetched');
    expect(fetched).toHaveLength(all.filter(isLost).length);

    // Somebody has GitHub deliver it all again: nothing is there twice.
    const kept = await knex('document').count({ n: '*' });
    for (const delivery of all.filter(isLost)) {
      await fake.send(delivery, SECRET, port);
    }
    await decided();
    expect(await knex('document').count({ n: '*' })).toEqual(kept);
    expect((await evidence()).sort()).toEqual(told(all).sort());
  });

  it('is closed by a round where nobody may read the log', async () => {
    fake.may.readHooks = false;
    fake.may.readRepositories = true;
    await goDownAndUp(true, []);
    expect(await withGaps()).toEqual(['CHG-02', 'CHG-04', 'CHG-05', 'CHG-10']);
    // Rounds are due at once, not after six hours.

    await work();
    await scheduler.triggerTask('dora-compliance-silence');
    expect(await openGaps()).toBe(0);
    await decided();
    expect(await withGaps()).toEqual([]);
    expect(await knex('delivery_log_read').pluck('problem')).toEqual([
      'GitHub answered 403 to GET /orgs/meridian-bank/hooks?per_page=100',
    ]);
  });

  it('stays a gap without credentials', async () => {
    await goDownAndUp(false);
    await scheduler.triggerTask('dora-compliance-silence');
    await decided();
    const found = await approval();
    expect(describeStatus(found)).toBe('not-assessed evidence-gap');
    const leaves = new Date(up + 90 * 24 * HOUR).toISOString().slice(0, 10);
    expect(found.advice).toBe(
      `github is not collected. Configure credentials for its host under integrations.github: the backend then collects the evidence of this gap. The gap affects this control until ${leaves} at the latest. After that it is outside the time window of the control.`,
    );
    expect((await evidence()).sort()).toEqual(
      told(all.filter(one => !isLost(one))).sort(),
    );
    expect(await openGaps()).toBe(1);
  });
});
