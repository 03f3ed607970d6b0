import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { DoraComplianceApi } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { DoraComplianceClient } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import request from 'supertest';
import {
  asset,
  base,
  deliver,
  waitUntilProcessed,
  start,
} from './__testUtils__/GithubBackend';
import { deploymentStatus, push } from './__testUtils__/githubPayloads';
import { until } from './testing/until';

describe('a delivery', () => {
  let backend: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    backend = await start();
  });
  afterAll(() => backend.stop());

  it.each([
    ['no signature', 401, 'signature-missing', { 'x-hub-signature-256': '' }],
    [
      'a wrong signature',
      401,
      'signature-invalid',
      { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` },
    ],
    [
      'a SHA-1 signature',
      401,
      'signature-invalid',
      { 'x-hub-signature-256': `sha1=${'0'.repeat(40)}` },
    ],
    [
      'a form',
      415,
      'media-type-unsupported',
      { 'content-type': 'application/x-www-form-urlencoded' },
    ],
    [
      'a packed body',
      415,
      'media-type-unsupported',
      { 'content-encoding': 'gzip' },
    ],
  ])('with %s is answered %i', async (_, status, code, headers) => {
    const response = await deliver(backend.server, '{"n":1}', headers);
    expect(response.status).toBe(status);
    expect(response.body.error).toMatchObject({ code });
  });

  it('that is no JSON is answered 400', async () => {
    const response = await deliver(backend.server, '{"n":');
    expect(response.status).toBe(400);
    expect(response.body.error.code).toBe('body-not-json');
  });

  it('of 5 MiB is taken, of one byte more is answered 413', async () => {
    const text = (size: number) => `"${'x'.repeat(size - 2)}"`;
    const limit = 5 * 1024 * 1024;
    expect((await deliver(backend.server, text(limit))).status).toBe(202);
    const response = await deliver(backend.server, text(limit + 1));
    expect(response.status).toBe(413);
    expect(response.body.error.code).toBe('body-too-large');
  });

  it('to an unknown source and to one that receives nothing is answered 404', async () => {
    const to = (source: string) =>
      request(backend.server)
        .post(`${base}/ingest/${source}`)
        .set('content-type', 'application/json')
        .send('{}');
    const readCode = async (source: string) => {
      const { status, body } = await to(source);
      return [status, body.error.code];
    };
    expect(await readCode('nothing')).toEqual([404, 'source-unknown']);
    expect(await readCode('catalog')).toEqual([404, 'source-receives-nothing']);
  });

  it('that was refused is not stored', async () => {
    const { body } = await request(backend.server).get(
      `${base}/documents?state=normalised`,
    );
    const sizes = body.items.map((item: any) => item.document.size);
    expect(sizes).not.toContain('{"n":1}'.length);
    expect(sizes).not.toContain('{"n":'.length);
  });

  it('sent again is answered 202 and changes nothing', async () => {
    const headers = { 'x-github-delivery': 'same' };
    await deliver(backend.server, '{"n":2}', headers);
    await waitUntilProcessed(backend.server);
    const list = async () =>
      (await request(backend.server).get(`${base}/documents?state=normalised`))
        .body.items.length;
    const before = await list();
    expect((await deliver(backend.server, '{"n":2}', headers)).status).toBe(
      202,
    );
    expect((await deliver(backend.server, '{"n":2}')).status).toBe(202);
    await waitUntilProcessed(backend.server);
    expect(await list()).toBe(before);
  });

  it('that is malformed is kept, listed with the field, and replayable', async () => {
    await deliver(backend.server, '{"ref":7}', { 'x-github-event': 'push' });
    await waitUntilProcessed(backend.server);
    const { body } = await request(backend.server).get(`${base}/documents`);
    expect(body.items).toHaveLength(1);
    expect(body.items[0].rejection).toContain('push: ref ');
    const { digest } = body.items[0].document;
    const replay = await request(backend.server).post(
      `${base}/documents/${digest}/replay`,
    );
    expect(replay.body.state).toBe('waiting');
    await waitUntilProcessed(backend.server);
    const again = await request(backend.server).get(`${base}/documents`);
    expect(again.body.items).toHaveLength(1);
  });
});

describe('what GitHub reports about a repository', () => {
  let backend: Awaited<ReturnType<typeof start>>;
  const deployed = JSON.stringify(deploymentStatus());
  beforeAll(async () => {
    backend = await start();
  });
  afterAll(() => backend.stop());

  const evidence = () => request(backend.server).get(`${asset}/evidence`);

  it('is answered 202 and becomes evidence of its asset', async () => {
    for (const [event, body] of [
      ['deployment_status', deployed],
      ['push', JSON.stringify(push())],
    ] as const) {
      const { status } = await deliver(backend.server, body, {
        'x-github-event': event,
        'x-github-delivery': event,
      });
      expect(status).toBe(202);
    }
    const { documents } = await waitUntilProcessed(backend.server);
    expect(documents.rejected).toBe(0);
    const { body } = await until(
      evidence,
      response => response.body.items?.length >= 4,
    );
    expect(body.items.map(({ type }: any) => type).sort()).toEqual([
      'asset-record-observed',
      'commits-pushed',
      'ownership-observed',
      'service-deployed',
    ]);
  });

  it('is given back byte for byte', async () => {
    const { body } = await evidence();
    const item = body.items.find((one: any) => one.type === 'service-deployed');
    const { digest, size } = item.document;
    const raw = await request(backend.server)
      .get(`${asset}/documents/${digest}`)
      .responseType('blob');
    expect(raw.body).toHaveLength(size);
    expect(raw.body.toString()).toBe(deployed);
  });

  it('shows in the controls of its service', async () => {
    const view = await until(
      async () =>
        (
          await request(backend.server).get(`${asset}/compliance`)
        ).body,
      body => body.pending === false,
    );
    expect(
      view.areas.flatMap((area: any) =>
        area.controls.map((result: any) => [
          result.control.code,
          result.status,
        ]),
      ),
    ).toEqual(expect.arrayContaining([['GOV-03', 'not-satisfied']]));
  });

  it('is understood by the typed client', async () => {
    const address = backend.server.address() as { port: number };
    const token = mockCredentials.user.token();
    const api: DoraComplianceApi = new DoraComplianceClient({
      discoveryApi: {
        getBaseUrl: async () => `http://localhost:${address.port}${base}`,
      },
      fetchApi: {
        fetch: (url, init) =>
          fetch(url, {
            ...init,
            headers: { authorization: `Bearer ${token}` },
          }),
      },
    });
    const ref = 'component:default/hello-world';
    expect((await api.listControls()).items).toContainEqual(
      expect.objectContaining({ id: 'gov-03-accountable-owner' }),
    );
    const view = await api.readCompliance(ref);
    expect(view.asset.entityRef).toBe(ref);
    const detail = await api.readControl(ref, 'gov-03-accountable-owner');
    const [id] = detail.rows[0]!.checks[0]!.evidence;
    const found = await api.readEvidence(ref, id!);
    expect(found.type).toBe('ownership-observed');
    const bytes = await api.readDocument(ref, found.document.digest);
    expect(bytes.byteLength).toBe(found.document.size);
    await expect(api.readCompliance('component:default/x')).rejects.toThrow(
      /404/,
    );
  });
});

describe('who may ask', () => {
  const paths = [
    `${asset}/compliance`,
    `${asset}/controls/gov-03-accountable-owner`,
    `${asset}/evidence`,
    `${base}/controls`,
    `${base}/documents`,
    `${base}/processing`,
  ];

  it('nobody without a user', async () => {
    const backend = await start();
    const { server } = backend;
    for (const url of paths) {
      const { status } = await request(server)
        .get(url)
        .set('authorization', mockCredentials.none.header());
      expect(status).toBe(401);
    }
    await backend.stop();
  });

  it('nobody without permission, and an asset is not even known to be', async () => {
    const backend = await start(AuthorizeResult.DENY);
    const { server } = backend;
    const statuses = await Promise.all(
      paths.map(async url => (await request(server).get(url)).status),
    );
    // The same for an asset that does not exist.
    expect(statuses).toEqual([403, 403, 403, 403, 403, 403]);
    await backend.stop();
  });

  it('is told what is wrong with the question', async () => {
    const backend = await start();
    const { server } = backend;
    const code = async (url: string) => {
      const { status, body } = await request(server).get(url);
      return `${status} ${body.error?.code}`;
    };
    const unknown = `${base}/assets/component/default/nothing`;
    expect(await code(`${unknown}/compliance`)).toBe('404 asset-unknown');
    expect(await code(`${unknown}/evidence`)).toBe('404 asset-unknown');
    expect(await code(`${base}/documents?limit=0`)).toBe('400 request-invalid');
    expect(await code(`${base}/documents?cursor=x`)).toBe('400 cursor-invalid');
    await until(
      () => request(server).get(`${asset}/compliance`),
      response => response.status === 200,
    );
    expect(await code(`${asset}/controls/nothing`)).toBe('404 control-unknown');
    expect(await code(`${asset}/evidence/x`)).toBe('400 request-invalid');
    const digest = `sha256:${'0'.repeat(64)}`;
    expect(await code(`${asset}/evidence/${digest}`)).toBe(
      '404 evidence-unknown',
    );
    expect(await code(`${asset}/documents/${digest}`)).toBe(
      '404 document-unknown',
    );
    await backend.stop();
  });
});
