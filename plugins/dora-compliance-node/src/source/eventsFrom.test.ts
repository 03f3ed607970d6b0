import { eventsFrom } from './eventsFrom';

const event = {
  eventPayload: { a: 'ü' },
  metadata: {
    'X-Event': 'push',
    'X-Many': ['first', 'second'],
    gone: undefined,
  },
};

it('makes a delivery of an event', () => {
  const { topics, verification, toDelivery } = eventsFrom('ci');
  expect({ topics, verification }).toEqual({
    topics: ['ci'],
    verification: 'unverified',
  });
  const { headers, body } = toDelivery(event);
  expect(headers).toEqual({
    'x-event': 'push',
    'x-many': 'first',
    gone: undefined,
  });
  expect(Buffer.from(body).toString()).toBe('{"a":"ü"}');
  expect(toDelivery({ eventPayload: 1 })).toEqual({
    headers: {},
    body: new TextEncoder().encode('1'),
  });
});

it('lets the source prepare it', () => {
  const { toDelivery } = eventsFrom('ci', ({ body }, payload) => ({
    headers: { of: JSON.stringify(payload) },
    body,
  }));
  expect(toDelivery(event).headers).toEqual({ of: '{"a":"ü"}' });
});
