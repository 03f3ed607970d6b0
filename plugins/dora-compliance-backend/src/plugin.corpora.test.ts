import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { corporaFolder } from '@ict-assurance/corpora';
import request from 'supertest';
import {
  asset,
  deliver,
  waitUntilProcessed,
  start,
} from './__testUtils__/GithubBackend';
import { until } from './testing/until';

function corpus() {
  const folder = path.join(corporaFolder(), 'github-webhooks');
  return readdirSync(folder)
    .filter(file => file.endsWith('.json'))
    .map(file => ({ file, body: readFileSync(path.join(folder, file)) }));
}

describe('all real payloads of GitHub', () => {
  let backend: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    backend = await start();
  });
  afterAll(() => backend.stop());

  it('are answered 202 and become this evidence', async () => {
    const answers = await Promise.all(
      corpus().map(({ file, body }) =>
        deliver(backend.server, body, {
          'x-github-event': file.split('.')[0] ?? '',
          'x-github-delivery': file,
        }),
      ),
    );
    expect(answers.length).toBeGreaterThan(200);
    expect(new Set(answers.map(({ status }) => status))).toEqual(
      new Set([202]),
    );
    const { documents } = await waitUntilProcessed(backend.server);
    expect(documents.rejected).toBe(0);

    const list = () =>
      request(backend.server).get(`${asset}/evidence?limit=200`);
    const { body } = await until(
      list,
      response => response.body.items?.length > 10,
    );
    const counts: Record<string, number> = {};
    for (const { type } of body.items) {
      counts[type] = (counts[type] ?? 0) + 1;
    }
    expect(counts).toMatchInlineSnapshot(`
      {
        "artifact-published": 1,
        "asset-record-observed": 1,
        "change-reviewed": 2,
        "change-state-changed": 2,
        "change-updated": 2,
        "check-finished": 3,
        "commits-pushed": 1,
        "deployment-requested": 2,
        "ownership-observed": 1,
        "pipeline-run-finished": 1,
        "pipeline-task-finished": 2,
        "reference-changed": 11,
        "release-changed": 4,
        "security-finding-changed": 10,
        "service-deployed": 1,
        "settings-changed": 16,
      }
    `);
  });

  it('are given back byte for byte', async () => {
    const { body } = await request(backend.server).get(`${asset}/evidence`);
    const item = body.items.find((one: any) => one.sourceId === 'github');
    const { digest, size } = item.document;
    const raw = await request(backend.server)
      .get(`${asset}/documents/${digest}`)
      .responseType('blob');
    expect(raw.body).toHaveLength(size);
    expect(corpus().some(({ body: bytes }) => bytes.equals(raw.body))).toBe(
      true,
    );
  });
});
