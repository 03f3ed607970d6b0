import { mockServices } from '@backstage/backend-test-utils';
import type {
  Delivery,
  EvidenceSource,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import express from 'express';
import request from 'supertest';
import type { ReceivedDocument } from '../ledger/ReceivedDocument';
import { at } from '../testing/samples';
import { answerFaults } from './answerFaults';
import { createIngestRouter } from './createIngestRouter';

const BATCH = 'application/cloudevents-batch+json';

const createSource = (
  id: string,
  prepare?: (delivery: Delivery) => Delivery,
): EvidenceSource => ({
  id,
  keepHeaders: ['x-event'],
  mediaTypes: ['application/json', BATCH],
  authenticate: () => ({
    outcome: 'accepted',
    verification: 'authenticated',
    proof: 'secret',
  }),
  ...(prepare && { prepare }),
  deliveryId: () => undefined,
  normalise: () => ({ outcome: 'normalised', statements: [] }),
});

const withHeaders =
  (headers: Record<string, string>) =>
  (delivery: Delivery): Delivery => ({
    ...delivery,
    headers: { ...delivery.headers, ...headers },
  });

const sources = [
  createSource('plain'),
  createSource('same', withHeaders({})),
  createSource('typed', withHeaders({ 'content-type': `${BATCH}; x=1` })),
  createSource('untyped', ({ body }) => ({ body, headers: {} })),
  { ...createSource('off'), receives: false },
];

describe('createIngestRouter', () => {
  const kept: ReceivedDocument[] = [];
  const refused = jest.fn();
  const received = jest.fn();
  const receive = jest.fn(async (documents: readonly ReceivedDocument[]) => {
    kept.push(...documents);
  });
  const logger = mockServices.logger.mock();
  const server = express()
    .use(
      createIngestRouter({
        sources: new Map(sources.map(source => [source.id, source])),
        documents: { receive } as never,
        redaction: { personalData: [] },
        logger,
        now: () => at(0),
        throttle: { through: <T>(work: () => Promise<T>) => work() } as never,
        onReceived: () => {},
        observer: { received, refused },
      }),
    )
    .use(answerFaults(logger));

  const deliver = (id: string, type: string, body: string | Buffer = '{}') =>
    request(server)
      .post(`/ingest/${id}`)
      .set('Content-Type', type)
      .serialize(content => content as unknown as string)
      .send(body);

  beforeEach(() => {
    kept.length = 0;
    jest.clearAllMocks();
  });

  it.each([
    ['plain', 'application/json', 'application/json'],
    ['plain', 'Application/JSON ; charset="utf-8"; x=y', 'application/json'],
    ['plain', BATCH, BATCH],
    ['same', `${BATCH};charset=utf-8`, BATCH],
    ['typed', 'application/json', BATCH],
    ['untyped', BATCH, 'application/json'],
  ])('keeps what %s makes of %s as %s', async (id, type, expected) => {
    await deliver(id, type).expect(202, { status: 'kept' });
    expect(kept.map(({ document }) => document)).toMatchObject([
      { sourceId: id, mediaType: expected },
    ]);
    expect(received).toHaveBeenCalledWith(id);
  });

  it.each([
    ['plain', 'text/plain', 415, 'media-type-unsupported'],
    ['plain', 'application/json, text/plain', 415, 'media-type-unsupported'],
    ['plain', `application/${'x'.repeat(300)}`, 415, 'media-type-unsupported'],
    ['off', 'application/json', 404, 'source-receives-nothing'],
    ['constructor', 'application/json', 404, 'source-unknown'],
    ['%00', 'application/json', 404, 'source-unknown'],
  ])(
    '%s refuses another type or receives nothing (%#)',
    async (id, type, status, code) => {
      const { body, ...answer } = await deliver(id, type);
      expect([answer.status, body.error.code]).toEqual([status, code]);
      expect(kept).toEqual([]);
    },
  );

  it('takes no other encoding than UTF-8, whatever a type tells', async () => {
    const { body } = await deliver(
      'plain',
      'application/json; charset=utf-16le',
      Buffer.from('{"a":"é"}', 'utf16le'),
    );
    expect(body.error.code).toBe('body-not-json');
    expect(refused).toHaveBeenCalledWith('plain', 'body-not-json');
  });

  it.each(['get', 'head', 'put', 'patch', 'delete'] as const)(
    'has nothing for %s',
    async method => {
      await request(server)[method]('/ingest/plain').expect(404);
      expect(receive).not.toHaveBeenCalled();
    },
  );

  it('mixes up nothing of deliveries at a time', async () => {
    const many = Array.from({ length: 30 }, (_, n) => n);
    await Promise.all(
      many.map(n =>
        deliver(
          n % 2 ? 'plain' : 'typed',
          n % 3 ? 'application/json' : BATCH,
          `{"n":${n}}`,
        ).expect(202),
      ),
    );
    const told = kept.map(({ document, body }) => {
      const { n } = JSON.parse(new TextDecoder().decode(body));
      return { n, sourceId: document.sourceId, mediaType: document.mediaType };
    });
    expect(told.sort((a, b) => a.n - b.n)).toEqual(
      many.map(n => ({
        n,
        sourceId: n % 2 ? 'plain' : 'typed',
        mediaType: n % 2 && n % 3 ? 'application/json' : BATCH,
      })),
    );
  });

  it('answers a path that can not be decoded', async () => {
    const { status, body } = await deliver('%E0%A4%A', 'application/json');
    expect([status, body.error.code]).toEqual([400, 'path-invalid']);
  });

  it('asks to send again what the database could not keep', async () => {
    receive.mockRejectedValueOnce(new Error('gone'));
    const { status, body, headers } = await deliver('same', BATCH);
    expect([status, body.error.code]).toEqual([503, 'store-unavailable']);
    expect(headers['retry-after']).toBeDefined();
    expect(received).not.toHaveBeenCalled();
  });
});
