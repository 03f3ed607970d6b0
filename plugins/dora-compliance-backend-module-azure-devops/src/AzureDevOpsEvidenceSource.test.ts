import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Delivery } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { evidenceSourceContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { allEvents } from './__testUtils__/allEvents';
import { pushEvent } from './__testUtils__/sampleEvents';
import { createAzureDevOpsEvidenceSource } from './AzureDevOpsEvidenceSource';
import * as sample from './__testUtils__/sampleEvents';
import { gives } from './gives';

const receivedAt = '2026-01-01T00:00:00.000Z' as Instant;

const create = () =>
  createAzureDevOpsEvidenceSource({
    webhookSecrets: ['old', 'new:er'],
    events: true,
    productionEnvironments: ['live'],
    protectedBranches: ['release'],
  });

const deliver = (payload: unknown): Delivery => ({
  headers: {},
  body: new TextEncoder().encode(JSON.stringify(payload)),
});

const withHeaders =
  (headers: Delivery['headers']) =>
  (delivery: Delivery): Delivery => ({
    ...delivery,
    headers: { ...delivery.headers, ...headers },
  });

const basic = (text: string) => ({
  authorization: `Basic ${Buffer.from(text).toString('base64')}`,
});

evidenceSourceContract('Azure DevOps', {
  create,
  gives,
  deliveries: allEvents.map(deliver),
  examples: [
    ...allEvents,
    sample.releaseEvent('rejected', {
      deployment: { release: sample.release },
    }),
    sample.pullRequestEvent('updated', 'Cora abandoned pull request 5 (x)', {
      status: 'abandoned',
    }),
    sample.pushEvent({
      refUpdates: [sample.refUpdate('refs/tags/v1', 8, 0)],
    }),
  ].map(deliver),
  signs: [
    withHeaders(basic(':old')),
    withHeaders(basic('hooks:new:er')),
    withHeaders({ 'x-ado-webhook-secret': 'old' }),
  ],
  forge: withHeaders(basic('old:guessed')),
  proves: 'sender',
});

describe('the sender of a delivery', () => {
  it.each([
    ['no basic authentication', { authorization: 'Bearer old' }],
    ['no password', basic('old')],
    ['an empty password', basic('old:')],
    ['an empty header', { 'x-ado-webhook-secret': '' }],
  ])('is not proven by %s', (_, headers) => {
    expect(
      create().authenticate(withHeaders(headers)(deliver({})), receivedAt)
        .outcome,
    ).toBe('refused');
  });
});

describe('the id of a delivery', () => {
  const source = create();
  const readDeliveryId = (payload: unknown) =>
    source.deliveryId(deliver(payload));

  it('stays when the event is sent again, by subscription', () => {
    const first = readDeliveryId(pushEvent());
    expect(first).toBeTruthy();
    expect(readDeliveryId({ ...pushEvent(), notificationId: 2 })).toBe(first);
    expect(
      readDeliveryId({ ...pushEvent(), subscriptionId: 'other' }),
    ).not.toBe(first);
    expect(readDeliveryId({ id: 'alone' })).toBe('alone');
  });

  it.each([[{}], [null], [{ id: 7 }]])('is unknown in %j', payload => {
    expect(readDeliveryId(payload)).toBeUndefined();
  });

  it('is unknown in what is no JSON', () => {
    const body = new TextEncoder().encode('{');
    expect(source.deliveryId({ headers: {}, body })).toBeUndefined();
  });
});

describe('the events service', () => {
  it('feeds the same source', () => {
    const { events } = create();
    expect(events).toMatchObject({
      topics: ['azureDevOps'],
      verification: 'unverified',
    });
    const delivery = events?.toDelivery({ eventPayload: pushEvent() });
    expect(create().normalise(delivery!)).toEqual(
      create().normalise(deliver(pushEvent())),
    );
  });

  it('is left alone unless it is asked for', () => {
    const source = createAzureDevOpsEvidenceSource({
      webhookSecrets: ['s'],
      events: false,
      productionEnvironments: [],
      protectedBranches: [],
    });
    expect(source.events).toBeUndefined();
  });
});
