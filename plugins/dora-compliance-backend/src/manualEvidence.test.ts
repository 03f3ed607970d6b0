import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { controlCatalogueExtensionPoint } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import doraCompliance from '.';
import { FreshDatabases } from './__testUtils__/FreshDatabases';
import { control } from './testing/samples';
import { until } from './testing/until';

const databases = new FreshDatabases();
const ledger = '/api/dora-compliance/assets/component/default/ledger';
const url = `${ledger}/manual-evidence`;

const controls = createBackendModule({
  pluginId: 'dora-compliance',
  moduleId: 'controls-under-test',
  register(env) {
    env.registerInit({
      deps: { catalogue: controlCatalogueExtensionPoint },
      async init({ catalogue }) {
        catalogue.addControl(control);
        catalogue.addProvisions({ DORA: { '9(4)(e)': 'x' } });
      },
    });
  },
});

const drill = {
  type: 'drill-completed',
  performedOn: '2026-01-02',
  performedBy: ['Marco'],
  documents: [{ title: 'Minutes', digest: `sha256:${'1'.repeat(64)}` }],
  content: { kind: 'restore', outcome: 'succeeded', segregated: true },
};

async function start(databaseId: Parameters<typeof databases.init>[0]) {
  const knex = await databases.init(databaseId);
  const backend = await startTestBackend({
    features: [
      doraCompliance,
      controls,
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => mockServices.database({ knex }),
      }),
      mockServices.rootConfig.factory({
        data: {
          doraCompliance: {
            assets: {
              schedule: {
                frequency: { seconds: 1 },
                timeout: { minutes: 1 },
              },
            },
          },
        },
      }),
      mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: 'ledger' },
            spec: { type: 'service', lifecycle: 'x', owner: 'guests' },
          },
        ],
      }),
    ],
  });
  await until(
    () => knex('asset_index').first('entity_ref'),
    found => found !== undefined,
  );
  const send = (
    path: string,
    body: object,
    token = mockCredentials.user.header('user:default/marco'),
  ) =>
    request(backend.server).post(path).set('authorization', token).send(body);
  const list = async () => {
    const { body } = await request(backend.server).get(
      `${ledger}/evidence?sourceId=people`,
    );
    return body.items as any[];
  };
  return { knex, backend, send, list };
}

describe.each(databases.eachSupportedId())(
  'manual evidence on %s',
  databaseId => {
    let bank: Awaited<ReturnType<typeof start>>;
    beforeAll(async () => {
      bank = await start(databaseId);
    });
    afterAll(async () => {
      await bank.backend.stop();
      await bank.knex.destroy();
    });

    it('is kept with who recorded it, and confirmed by somebody else', async () => {
      const { send, list } = bank;
      const recorded = await send(url, drill);
      expect(recorded.status).toBe(200);
      const { id } = recorded.body;
      const [kept] = await until(list, items => items.length === 1);
      expect(kept).toMatchObject({
        id,
        type: 'drill-completed',
        verification: 'authenticated',
        predicate: {
          recordedBy: { login: 'user:default/marco', kind: 'human' },
          performedOn: '2026-01-02',
          performedBy: ['Marco'],
          kind: 'restore',
        },
      });
      const decision = { evidence: id, decision: 'approved', note: 'Read.' };
      const own = await send(`${url}/confirmations`, decision);
      expect([own.status, own.body.error.code]).toEqual([
        403,
        'confirmed-by-recorder',
      ]);
      const other = await send(
        `${url}/confirmations`,
        decision,
        mockCredentials.user.header('user:default/beatriz'),
      );
      expect(other.status).toBe(200);
      const items = await until(list, all => all.length === 2);
      expect(
        items.find(({ type }) => type === 'evidence-confirmed'),
      ).toMatchObject({
        id: other.body.id,
        predicate: {
          evidence: id,
          confirmedBy: { login: 'user:default/beatriz' },
        },
      });
    });

    it('is not confirmed by its recorder, however the name is spelled', async () => {
      const { send, list } = bank;
      const body = { ...drill, performedOn: '2026-01-04' };
      const as = (name: string) => mockCredentials.user.header(name);
      const { id } = (await send(url, body, as('user:default/Anna'))).body;
      const items = await until(list, all => all.some(one => one.id === id));
      expect(items.find(one => one.id === id).predicate.recordedBy.login).toBe(
        'user:default/anna',
      );
      const own = await send(
        `${url}/confirmations`,
        { evidence: id, decision: 'approved' },
        as('user:default/anna'),
      );
      expect(own.body.error.code).toBe('confirmed-by-recorder');
    });

    it('of a system names the system, which can confirm nothing', async () => {
      const token = mockCredentials.service.header();
      const recorded = await bank.send(
        url,
        { ...drill, performedOn: '2026-01-03' },
        token,
      );
      const items = await until(bank.list, all =>
        all.some(({ id }) => id === recorded.body.id),
      );
      expect(
        items.find(({ id }) => id === recorded.body.id).predicate.recordedBy,
      ).toMatchObject({ kind: 'bot' });
      const confirmed = await bank.send(
        `${url}/confirmations`,
        { evidence: recorded.body.id, decision: 'approved' },
        token,
      );
      expect(confirmed.body.error.code).toBe('confirmation-by-machine');
    });

    it.each([
      ['of a day to come', { performedOn: '9999-01-01' }, 'performedOn'],
      [
        'of a backup to come',
        {
          type: 'backup-completed',
          content: {
            completedAt: '9999-01-01T00:00:00.000Z',
            contents: [],
            segregated: true,
          },
        },
        'content.completedAt',
      ],
      [
        'of a test of rules to come',
        {
          type: 'detection-rules-recorded',
          content: { detects: [], testedOn: '9999-01-01' },
        },
        'content.testedOn',
      ],
      ['of an unknown type', { type: 'service-deployed' }, 'type'],
      [
        'with a field that is none',
        { content: { ...drill.content, x: 1 } },
        'x',
      ],
      ['without what its type needs', { content: {} }, 'content.kind'],
      ['that names its recorder', { recordedBy: { login: 'a' } }, 'recordedBy'],
      [
        'with a field of the envelope in its content',
        { content: { ...drill.content, entityRef: 'component:default/x' } },
        'entityRef',
      ],
    ])(
      '%s is refused, and the message names the field',
      async (_, more, field) => {
        const { status, body } = await bank.send(url, { ...drill, ...more });
        expect(status).toBe(400);
        expect(body.error.message).toContain(field);
      },
    );

    describe('of a risk that is accepted', () => {
      const risk = {
        ...drill,
        type: 'risk-accepted',
        content: {
          control: control.id,
          requirement: 'it',
          justification: 'It is replaced soon.',
          until: '9999-01-01',
        },
      };

      it('may say until when', async () => {
        expect((await bank.send(url, risk)).status).toBe(200);
      });

      it.each([
        ['control', 'chg-99', `control, such as ${control.id}`],
        ['control', '__proto__', `control, such as ${control.id}`],
        ['requirement', 'other', `requirement of ${control.id}, such as it`],
      ])('names a known %s, unlike "%s"', async (field, value, problem) => {
        const content = { ...risk.content, [field]: value };
        const { status, body } = await bank.send(url, { ...risk, content });
        expect(status).toBe(400);
        expect(body.error.message).toContain(
          `body.content.${field} is invalid: must be the id of a ${problem}`,
        );
      });
    });

    it('that nobody recorded, or that a source gave, can not be confirmed', async () => {
      const { status, body } = await bank.send(`${url}/confirmations`, {
        evidence: `sha256:${'2'.repeat(64)}`,
        decision: 'approved',
      });
      expect([status, body.error.code]).toEqual([404, 'evidence-unknown']);
    });
  },
);
