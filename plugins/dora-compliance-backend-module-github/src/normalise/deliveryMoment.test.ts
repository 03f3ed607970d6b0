import { DELIVERY_ID, HAPPENED_AT } from '../__testUtils__/payloads';
import { momentOfDelivery } from './deliveryMoment';

describe('momentOfDelivery', () => {
  it('reads the time of a time-based UUID', () => {
    expect(momentOfDelivery(DELIVERY_ID)).toBe(HAPPENED_AT);
    expect(momentOfDelivery(DELIVERY_ID.toUpperCase())).toBe(HAPPENED_AT);
  });

  it.each([
    ['a random UUID', '0b989ba4-242f-41e5-81e1-c7b6966d2516'],
    ['another variant', '58474f00-b361-11eb-136d-0e4f3503ccbe'],
    ['more than a UUID', `${DELIVERY_ID}0`],
    ['anything else', 'delivery-1'],
    ['nothing', undefined],
  ])('reads no time from %s', (_, id) => {
    expect(momentOfDelivery(id)).toBeUndefined();
  });
});
