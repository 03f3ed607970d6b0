import { markClassified } from './markClassified';

describe('an environment that is configured as not production', () => {
  it.each([
    ['blue', ['blue'], { classified: true }],
    ['Blue', ['blue'], {}],
    ['live', [], {}],
    ['live', undefined, {}],
  ])('%s of %j: %j', (name, others, expected) => {
    expect(markClassified(name, others)).toEqual(expected);
  });
});
