import { mockServices } from '@backstage/backend-test-utils';
import { readDoraComplianceConfig } from './config';

const DAY = 24 * 60 * 60_000;

const read = (doraCompliance: object) =>
  readDoraComplianceConfig(
    mockServices.rootConfig({ data: { doraCompliance } }),
  );

describe('the configuration of collecting', () => {
  it('back-fills what is new by a month, as far as told, or not', () => {
    const onboarding = (value: unknown) =>
      read({ collect: { onboarding: value } }).collect.onboarding;
    expect(read({}).collect.onboarding).toBe(30 * DAY);
    expect(onboarding('P7D')).toBe(7 * DAY);
    expect(onboarding({ hours: 12 })).toBe(DAY / 2);
    expect(onboarding(false)).toBeUndefined();
  });

  it.each([
    ['frequency', 'PT0S'],
    ['lookBack', 'soon'],
    ['onboarding', { days: 0 }],
    ['onboarding', 'never'],
  ])('names %s when it is %j', (key, value) => {
    expect(() => read({ collect: { [key]: value } })).toThrow(
      `doraCompliance.collect.${key}`,
    );
  });
});
