import { createServiceFactory } from '@backstage/backend-plugin-api';
import { coreServices } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CatalogUnderTest } from './__testUtils__/CatalogUnderTest';
import { CatalogCriticalityProcessor } from './CatalogCriticalityProcessor';
import {
  KnownCriticalities,
  type ReadCriticalities,
} from './criticality/KnownCriticalities';

jest.setTimeout(300_000);

const LABEL = 'dora-compliance.io/criticality';

const component = (name: string, labels?: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, ...(labels && { labels }) },
  spec: { type: 'service', lifecycle: 'production', owner: 'team' },
});

function createCache(content: Record<string, unknown>) {
  return {
    get: async (key: string) => content[key],
    set: async (key: string, value: unknown) => {
      content[key] = value;
    },
  } as Parameters<CatalogCriticalityProcessor['preProcessEntity']>[4];
}

describe('CatalogCriticalityProcessor', () => {
  let clock = 0;
  const failures: unknown[] = [];
  const known = (read: ReadCriticalities) =>
    new KnownCriticalities({
      read,
      now: () => clock,
      maxAge: 60_000,
      retryAfter: 5_000,
      onFailure: error => failures.push(error),
    });
  const location = { type: 'url', target: 'https://bank.example' };
  const readLabel = async (
    of: KnownCriticalities,
    content: Record<string, unknown> = {},
    entity = component('ledger'),
  ) => {
    const processor = new CatalogCriticalityProcessor(of);
    const cache = createCache(content);
    const { metadata } = await processor.preProcessEntity(
      entity,
      location,
      () => {},
      location,
      cache,
    );
    return metadata.labels?.[LABEL];
  };
  const read = jest.fn<
    ReturnType<ReadCriticalities>,
    Parameters<ReadCriticalities>
  >();

  beforeEach(() => {
    clock = 0;
    failures.length = 0;
    read.mockReset();
    read.mockImplementation(async ({ cursor }) =>
      cursor
        ? {
            items: [
              { entityRef: 'component:default/ledger', level: 'important' },
            ],
          }
        : { items: [], nextCursor: 'more' },
    );
  });

  it('waits for nobody, and labels once all pages were read', async () => {
    const of = known(read);
    expect(await readLabel(of)).toBeUndefined();
    await of.whenRead();
    expect(await readLabel(of)).toBe('important');
  });

  it('replaces and removes what was declared', async () => {
    const of = known(read);
    const declared = { [LABEL]: 'standard' };
    expect(await readLabel(of, {}, component('x', declared))).toBeUndefined();
    await of.whenRead();
    expect(await readLabel(of, {}, component('ledger', declared))).toBe(
      'important',
    );
  });

  it('reads once a minute at most, one reading at a time', async () => {
    const of = known(read);
    await Promise.all([readLabel(of), readLabel(of), readLabel(of)]);
    await of.whenRead();
    clock = 59_999;
    await readLabel(of);
    expect(read).toHaveBeenCalledTimes(2);
    clock = 60_000;
    await readLabel(of);
    await of.whenRead();
    expect(read).toHaveBeenCalledTimes(4);
  });

  it('asks again soon while it knows nothing', async () => {
    const of = known(read);
    read.mockRejectedValueOnce(new Error('not yet'));
    await readLabel(of);
    await of.whenRead();
    clock = 5_000;
    await readLabel(of);
    await of.whenRead();
    expect(await readLabel(of)).toBe('important');
  });

  it('keeps what it knows when the backend is away', async () => {
    const of = known(read);
    of.all();
    await of.whenRead();
    read.mockRejectedValue(new Error('away'));
    clock = 60_000;
    await readLabel(of);
    await of.whenRead();
    expect(failures).toEqual([new Error('away')]);
    expect(await readLabel(of)).toBe('important');
  });

  it('keeps the last label over a restart', async () => {
    const content = {};
    const of = known(read);
    of.all();
    await of.whenRead();
    await readLabel(of, content);
    read.mockRejectedValue(new Error('away'));
    expect(await readLabel(known(read), content)).toBe('important');
  });
});

describe('criticality labels in a real catalog', () => {
  const catalog = new CatalogUnderTest();
  const authorizations: (string | undefined)[] = [];
  const server: Server = createServer((request, response) => {
    authorizations.push(request.headers.authorization);
    const item = {
      entityRef: 'component:default/ledger',
      level: 'critical-or-important',
    };
    response.end(JSON.stringify({ items: [item] }));
  });

  beforeAll(async () => {
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const getBaseUrl = async () => `http://127.0.0.1:${port}`;
    const discovery = createServiceFactory({
      service: coreServices.discovery,
      deps: {},
      factory: () => ({ getBaseUrl, getExternalBaseUrl: getBaseUrl }),
    });
    await catalog.start({ services: [discovery] });
  });
  afterAll(async () => {
    await catalog.stop();
    server.close();
  });

  it('asks the backend as a service and labels what it answers', async () => {
    await catalog.declare(component('ledger', { [LABEL]: 'standard' }));
    const { metadata } = await catalog.entity(
      'ledger',
      entity => entity.metadata.labels?.[LABEL] !== undefined,
    );
    expect(metadata.labels).toEqual({ [LABEL]: 'critical-or-important' });
    expect(authorizations[0]).toMatch(/^Bearer .+/);
  });
});
