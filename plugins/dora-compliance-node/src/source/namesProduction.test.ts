import { namesProduction } from './namesProduction';

describe('a name of production', () => {
  it.each([
    ['prod', true],
    ['Production', true],
    ['PROD-eu', true],
    ['prod2', true],
    ['production/eu-1', true],
    ['live', true],
    ['preprod', false],
    ['product', false],
    ['prod2x', false],
    ['staging', false],
    ['Live', false],
  ])('%s: %s', (name, isProduction) => {
    expect(namesProduction(name, ['live'])).toBe(isProduction);
  });
});
