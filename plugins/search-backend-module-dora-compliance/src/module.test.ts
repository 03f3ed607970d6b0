import {
  coreServices,
  createBackendPlugin,
  type SchedulerServiceTaskInvocationDefinition,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { SearchResultSet } from '@backstage/plugin-search-common';
import { ComplianceDocument } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import searchPlugin from '@backstage/plugin-search-backend';
import { Router } from 'express';
import request from 'supertest';
import {
  approval,
  createAsset,
  gates,
  inGerman,
  toInventoryPage,
  toScorecardPage,
} from './__testUtils__/bank';
import searchModule from './index';

const assets = ['ledger', 'vault'].map(createAsset);
const readPermission = 'catalog.entity.read';

/** What the backend of DORA compliance answers, a page of one asset at a time. */
const compliance = (asked: string[], isDown: () => boolean) =>
  createBackendPlugin({
    pluginId: 'dora-compliance',
    register: env =>
      env.registerInit({
        deps: { http: coreServices.httpRouter },
        async init({ http }) {
          const router = Router();
          const answer = (path: string, page: (place: number) => object) =>
            router.get(path, (req, res) => {
              asked.push(req.url);
              if (isDown() && req.query.cursor) {
                res.status(503).json({});
                return;
              }
              res.json(page(Number(req.query.cursor ?? 0)));
            });
          router.get('/controls', (req, res) => {
            const isGerman = req.headers['accept-language'] === 'de';
            res.json({ items: [isGerman ? inGerman : approval, gates] });
          });
          answer('/inventory', place => toInventoryPage(assets, place));
          answer('/scorecard', place => toScorecardPage(assets, place));
          http.use(router);
        },
      }),
  });

/** A search of somebody who may read some entities, and perhaps the controls. */
async function startSearch(options: {
  readable?: string[] | 'all';
  controls?: boolean;
  config?: object;
}) {
  const { readable = 'all', controls = true, config = {} } = options;
  const asked: string[] = [];
  let isDown = false;
  const permissions = mockServices.permissions.mock({
    authorizeConditional: (async (requests: unknown[]) =>
      requests.map(() =>
        readable === 'all'
          ? { result: AuthorizeResult.ALLOW }
          : { result: AuthorizeResult.CONDITIONAL },
      )) as never,
    authorize: (async (
      requests: { permission: { name: string }; resourceRef?: string }[],
    ) =>
      requests.map(({ permission, resourceRef }) => ({
        result: (
          permission.name === readPermission
            ? readable.includes(resourceRef!)
            : controls
        )
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
      }))) as never,
  });
  const tasks: SchedulerServiceTaskInvocationDefinition[] = [];
  const scheduler = mockServices.scheduler.mock({
    createScheduledTaskRunner: () => ({
      run: async task => void tasks.push(task),
    }),
  });
  const { server } = await startTestBackend({
    features: [
      searchPlugin,
      searchModule,
      compliance(asked, () => isDown),
      permissions.factory,
      scheduler.factory,
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost' },
          permission: { enabled: true },
          search: {
            collators: { doraCompliance: { compliance: true, ...config } },
          },
        },
      }),
    ],
  });
  const index = async () => {
    for (const { fn } of tasks) {
      await fn(new AbortController().signal);
    }
  };
  await index();
  return {
    asked,
    async indexWhileDown() {
      isDown = true;
      await index();
    },
    async find(term: string): Promise<SearchResultSet['results']> {
      const { body } = await request(server)
        .get(`/api/search/query?term=${encodeURIComponent(term)}`)
        .set('Authorization', mockCredentials.user.header());
      return body.results;
    },
  };
}

type Search = Awaited<ReturnType<typeof startSearch>>;

/** The titles of what is found. */
async function listTitles(search: Search, term: string) {
  const found = await search.find(term);
  return found.map(({ document }) => document.title).sort();
}

const control = 'CHG-02 Independent approval';

describe('the search of Backstage', () => {
  it('finds assets, findings and controls, all of which have the shape that is shown', async () => {
    const search = await startSearch({});
    expect(await listTitles(search, 'approval')).toEqual([
      control,
      `LEDGER: ${control}`,
      `VAULT: ${control}`,
    ]);
    expect(await listTitles(search, 'ledger')).toEqual([
      'LEDGER',
      `LEDGER: ${control}`,
    ]);
    for (const { document } of await search.find('')) {
      expect(ComplianceDocument.safeParse(document).error).toBeUndefined();
    }
    expect(search.asked.filter(url => url.includes('cursor=1'))).toHaveLength(
      2,
    );
  });

  it('finds controls by their articles and by German words', async () => {
    const search = await startSearch({});
    expect(await listTitles(search, 'DORA Article 9')).toContain(control);
    expect(await listTitles(search, 'Article')).toEqual([
      control,
      'CHG-03 Mandatory gates',
      'The five areas and “Article 21”',
    ]);
    expect(await listTitles(search, 'Unabhängige')).toContain(control);
    const [found] = (await search.find('Two people')).filter(
      ({ type }) => type === 'dora-control',
    );
    expect(found!.document).toMatchObject({
      provisions: 'DORA Article 9(4)(e), DORA, ITS-2024/2956 B_05.01',
      controlTitleDe: 'Unabhängige Freigabe',
    });
  });

  it.each(['Article 21', 'Artikel 21', 'Article 21 of DORA', 'NIS2 21'])(
    'answers %s with the page about the areas first',
    async term => {
      const search = await startSearch({});
      const [first] = await search.find(term);
      expect(first?.document).toMatchObject({
        about: 'lens',
        location: '/controls/lens',
      });
    },
  );

  it('leads to the page of the asset, and to the control on it', async () => {
    const search = await startSearch({
      config: { locationTemplate: '/c/:kind/:namespace/:name' },
    });
    const found = await search.find('ledger');
    expect(found.map(({ document }) => document.location).sort()).toEqual([
      '/c/component/default/ledger/compliance',
      `/c/component/default/ledger/compliance?control=${approval.id}`,
    ]);
  });

  it('shows nobody an asset or a finding of an asset that they may not read', async () => {
    const search = await startSearch({
      readable: ['component:default/ledger'],
    });
    expect(await search.find('vault')).toEqual([]);
    expect(await listTitles(search, 'approval')).toEqual([
      control,
      `LEDGER: ${control}`,
    ]);
    expect(JSON.stringify(await search.find(''))).not.toMatch(/vault|secret/i);
  });

  it('shows no controls to those who may not read them', async () => {
    const search = await startSearch({ controls: false });
    expect(await listTitles(search, 'approval')).not.toContain(control);
  });

  it('keeps the former index if a page could not be read', async () => {
    const search = await startSearch({});
    await expect(search.indexWhileDown()).rejects.toThrow('503');
    expect(search.asked.filter(url => url.includes('cursor'))).toHaveLength(3);
    expect(await listTitles(search, 'vault')).toHaveLength(2);
  });

  it('has no compliance unless the installer opens it to readers of the catalog', async () => {
    const search = await startSearch({ config: { compliance: undefined } });
    expect(await listTitles(search, 'approval')).toEqual([control]);
    const found = await search.find('ledger');
    expect(found.map(({ document }) => document.title)).toEqual(['LEDGER']);
    expect(JSON.stringify(found)).not.toMatch(
      /atisfied|assessed|riticality|critical/,
    );
    expect(search.asked.filter(url => url.includes('scorecard'))).toEqual([]);
  });
});
