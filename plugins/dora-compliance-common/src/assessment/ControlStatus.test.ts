import fc from 'fast-check';
import { compareStatus, ControlStatus, findWorst } from './ControlStatus';

const status = fc.constantFrom(...ControlStatus.options);

describe('findWorst', () => {
  it('does not depend on order', () => {
    fc.assert(
      fc.property(status, status, (a, b) => {
        expect(findWorst([a, b])).toBe(findWorst([b, a]));
      }),
    );
  });

  it('does not depend on grouping', () => {
    fc.assert(
      fc.property(status, status, status, (a, b, c) => {
        expect(findWorst([findWorst([a, b]), c])).toBe(
          findWorst([a, findWorst([b, c])]),
        );
      }),
    );
  });

  it('is not changed by repetition', () => {
    fc.assert(
      fc.property(status, a => {
        expect(findWorst([a, a])).toBe(a);
      }),
    );
  });

  it('has not-applicable as identity', () => {
    fc.assert(
      fc.property(status, a => {
        expect(findWorst([a, 'not-applicable'])).toBe(a);
        expect(findWorst([])).toBe('not-applicable');
      }),
    );
  });

  it('is never better than any of its parts', () => {
    fc.assert(
      fc.property(fc.array(status), all => {
        all.forEach(one =>
          expect(compareStatus(findWorst(all), one)).toBeGreaterThanOrEqual(0),
        );
      }),
    );
  });

  it('takes unknown for worse than accepted, and failing for worst', () => {
    expect(findWorst(['risk-accepted', 'not-assessed', 'satisfied'])).toBe(
      'not-assessed',
    );
    expect(findWorst(['not-satisfied', 'not-assessed'])).toBe('not-satisfied');
  });
});
