import { createHmac } from 'node:crypto';
import {
  type ClientRequest,
  type IncomingMessage,
  request as open,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import github from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-github';
import request from 'supertest';
import doraCompliance from '.';
import { until } from './testing/until';

const SECRET = 'test-secret';
const base = '/api/dora-compliance';

/** What nobody should send, sent by somebody who knows the secret. */
describe('bad input', () => {
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        doraCompliance,
        github,
        mockServices.rootConfig.factory({
          data: { doraCompliance: { github: { webhookSecrets: [SECRET] } } },
        }),
        mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
        catalogServiceMock.factory({ entities: [] }),
      ],
    });
  });
  afterAll(() => backend.stop());

  const signHeaders = (body: Buffer) => ({
    'content-type': 'application/json',
    'x-github-event': 'deployment_status',
    'x-hub-signature-256': `sha256=${createHmac('sha256', SECRET)
      .update(body)
      .digest('hex')}`,
  });

  const deliver = (content: string | Buffer, headers = {}) => {
    const body = Buffer.from(content);
    return request(backend.server)
      .post(`${base}/ingest/github`)
      .set({ ...signHeaders(body), ...headers })
      .serialize(value => value as unknown as string)
      .send(body);
  };

  const rejections = async () => {
    const { body } = await request(backend.server).get(`${base}/documents`);
    return body.items.map((item: any) => item.rejection);
  };

  it.each([
    ['200,000 levels', '['.repeat(200_000) + ']'.repeat(200_000), 'too-deep'],
    ['200,000 levels never closed', '{"a":'.repeat(200_000), 'too-deep'],
    ['nothing', '', 'not-json'],
    ['no UTF-8', Buffer.from([0x22, 0xc3, 0x28, 0x22]), 'not-json'],
    ['a NUL', Buffer.from([0]), 'not-json'],
    ['UTF-16', Buffer.from('{"a":1}', 'utf16le'), 'not-json'],
    ['half a payload', '{"action":"comp', 'not-json'],
    ['two payloads', '{}{}', 'not-json'],
  ])('refuses %s', async (_, body, code) => {
    const answer = await deliver(body);
    expect([answer.status, answer.body.error.code]).toEqual([
      400,
      `body-${code}`,
    ]);
    expect(answer.body.error.message).toContain(
      'Send the event without changes',
    );
  });

  it('refuses a bomb without unpacking it', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 0x20));
    const answer = await deliver(bomb, { 'content-encoding': 'gzip' });
    expect(answer.status).toBe(415);
  });

  it.each(['text/plain', 'application/xml', 'multipart/form-data; boundary=x'])(
    'refuses %s',
    async type => {
      const answer = await deliver('{}', { 'content-type': type });
      expect(answer.body.error.code).toBe('media-type-unsupported');
    },
  );

  it.each([
    ['{"a":{"b":1,"b":2}}', '"b" twice in one object, at /a/b'],
    ['{"__proto__":{"login":"x"}}', 'forbidden name "__proto__"'],
    ['{"deployment":{}}', 'deployment'],
    ['[]', 'deployment_status'],
  ])('keeps %s and says what is wrong with it', async (body, said) => {
    expect((await deliver(body)).status).toBe(202);
    const all = await until(rejections, found =>
      found.some((reason: string) => reason.includes(said)),
    );
    expect(all).not.toContain(undefined);
    expect({}).not.toHaveProperty('login');
  });

  it('takes a byte order mark for what it is', async () => {
    expect((await deliver(Buffer.from('\ufeff{"zen":"x"}'))).status).toBe(202);
  });

  it('cuts off a stream without end, and others are served', async () => {
    const { port } = backend.server.address() as AddressInfo;
    const answer = await new Promise<{ status?: number; sent: number }>(
      resolve => {
        let sent = 0;
        const stream = open({
          port,
          method: 'POST',
          path: `${base}/ingest/github`,
          headers: { ...signHeaders(Buffer.from('')), 'x-endless': '1' },
        });
        const chunk = Buffer.alloc(256 * 1024, 0x20);
        const more = () => {
          while (!stream.destroyed && stream.write(chunk)) {
            sent += chunk.length;
          }
          sent += chunk.length;
        };
        stream.on('drain', more);
        stream.on('error', () => resolve({ sent }));
        stream.on('response', response => {
          resolve({ status: response.statusCode ?? 0, sent });
          stream.destroy();
        });
        more();
      },
    );
    expect([413, undefined]).toContain(answer.status);
    expect(answer.sent).toBeLessThan(64 * 1024 * 1024);
    expect((await deliver('{"zen":"y"}')).status).toBe(202);
  });

  it('turns a crowd of large bodies away before it fills the memory', async () => {
    const { port } = backend.server.address() as AddressInfo;
    const openLarge = () =>
      open({
        port,
        method: 'POST',
        path: `${base}/ingest/github`,
        headers: {
          ...signHeaders(Buffer.from('')),
          'content-length': 5 * 1024 * 1024,
        },
      }).on('error', () => {});
    // Thirteen take more than the 64 MiB that all may have together, so that
    // one of them is answered while the others wait for their last byte.
    const crowd: ClientRequest[] = [];
    const answer = await new Promise<IncomingMessage>(resolve => {
      for (let n = 0; n < 13; n++) {
        const stream = openLarge().once('response', resolve);
        crowd.push(stream);
        stream.write(Buffer.alloc(5 * 1024 * 1024 - 1, 0x20));
      }
    });
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['retry-after']).toBe('1');
    expect(await text(answer)).toContain('receiver-busy');
    crowd.forEach(stream => stream.destroy());
    await until(
      () => deliver('{"zen":"z"}'),
      ({ status }) => status === 202,
    );
  });

  it('is not moved by replays, by order or by dates to come', async () => {
    const deployed = (at: string) =>
      JSON.stringify({
        repository: { html_url: 'https://github.com/bank/ledger' },
        deployment: {
          id: 1,
          url: 'https://api.github.com/repos/bank/ledger/deployments/1',
          sha: 'a'.repeat(40),
          ref: 'main',
          environment: 'production',
          payload: {},
          creator: null,
          created_at: at,
        },
        deployment_status: { state: 'success', created_at: at },
      });
    const processing = async () =>
      (await request(backend.server).get(`${base}/processing`)).body;
    const before = await until(
      processing,
      body => body.documents.waiting === 0,
    );
    const [past, future] = ['2026-01-02T00:00:00Z', '2999-01-01T00:00:00Z'];
    for (const at of [future, past, future, past, past]) {
      expect((await deliver(deployed(at))).status).toBe(202);
    }
    const { documents } = await until(
      processing,
      body => body.documents.waiting === 0,
    );
    expect(documents.rejected).toBe(before.documents.rejected + 1);
    expect(await rejections()).toContainEqual(
      expect.stringMatching(/2999-01-01.*Correct the clock of the source/),
    );
  });
});
