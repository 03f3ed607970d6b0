import fc from 'fast-check';
import { compareStatus, ControlStatus, worstOf } from './ControlStatus';

const status = fc.constantFrom(...ControlStatus.options);

describe('worstOf', () => {
  it('does not depend on order', () => {
    fc.assert(
      fc.property(status, status, (a, b) => {
        expect(worstOf([a, b])).toBe(worstOf([b, a]));
      }),
    );
  });

  it('does not depend on grouping', () => {
    fc.assert(
      fc.property(status, status, status, (a, b, c) => {
        expect(worstOf([worstOf([a, b]), c])).toBe(
          worstOf([a, worstOf([b, c])]),
        );
      }),
    );
  });

  it('is not changed by repetition', () => {
    fc.assert(
      fc.property(status, a => {
        expect(worstOf([a, a])).toBe(a);
      }),
    );
  });

  it('has not-applicable as identity', () => {
    fc.assert(
      fc.property(status, a => {
        expect(worstOf([a, 'not-applicable'])).toBe(a);
        expect(worstOf([])).toBe('not-applicable');
      }),
    );
  });

  it('is never better than any of its parts', () => {
    fc.assert(
      fc.property(fc.array(status), all => {
        all.forEach(one =>
          expect(compareStatus(worstOf(all), one)).toBeGreaterThanOrEqual(0),
        );
      }),
    );
  });

  it('takes unknown for worse than accepted, and failing for worst', () => {
    expect(worstOf(['risk-accepted', 'not-assessed', 'satisfied'])).toBe(
      'not-assessed',
    );
    expect(worstOf(['not-satisfied', 'not-assessed'])).toBe('not-satisfied');
  });
});
