import fc from 'fast-check';
import { isLei } from './IctProvider';
import { pipelineUrn } from './PipelineDeclaration';
import { reviewDueOn } from './reviewDueOn';

const VALID = 'INR2EJN1ERAN0W5ZP974';

describe('isLei', () => {
  it('accepts one with right check digits', () => {
    expect(isLei(VALID)).toBe(true);
  });

  // A letter for a digit changes the length of the number and may slip through
  // (ISO 7064, MOD 97-10).
  it('finds every digit for a digit and letter for a letter', () => {
    const kinds = ['0123456789', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    for (const [place, right] of [...VALID].entries()) {
      for (const wrong of kinds.find(kind => kind.includes(right)) ?? '') {
        const text = VALID.slice(0, place) + wrong + VALID.slice(place + 1);
        expect(isLei(text)).toBe(text === VALID);
      }
    }
  });

  it.each(['', VALID.toLowerCase(), `${VALID}0`, ' '.repeat(20)])(
    'refuses %j',
    text => {
      expect(isLei(text)).toBe(false);
    },
  );
});

describe('pipelineUrn', () => {
  const of = (project: string, definition: string) =>
    pipelineUrn({ host: 'GitHub.com', project, definition });

  it('reads as host, project and definition', () => {
    expect(of('Bank/Ledger', '.github/workflows/a.yml')).toBe(
      'urn:cicd:github.com:bank/ledger:.github/workflows/a.yml',
    );
  });

  it('gives two pipelines two names', () => {
    const part = fc.string({
      minLength: 1,
      maxLength: 4,
      unit: 'binary-ascii',
    });
    fc.assert(
      fc.property(part, part, part, part, (a, b, c, d) => {
        const same = a.toLowerCase() === c.toLowerCase() && b === d;
        expect(of(a, b) === of(c, d)).toBe(same);
      }),
    );
  });
});

describe('reviewDueOn', () => {
  it.each([
    [[], undefined, undefined],
    [[undefined], '2026-01-01', undefined],
    [['2025-12-01'], undefined, '2026-12-01'],
    [['2024-02-29'], undefined, '2025-02-28'],
    [['2025-12-01', undefined, '2026-03-01'], undefined, '2027-03-01'],
    [['2025-12-01'], '2026-01-15', '2026-01-15'],
    [['2025-12-01'], '2025-12-01', '2026-12-01'],
    [['2024-01-01'], '2028-01-01', '2025-01-01'],
    [['2024-01-01'], '2025-06-01', '2025-01-01'],
    [['2025-12-01', '2206-01-01'], undefined, '2026-12-01'],
    [['2206-01-01'], undefined, undefined],
  ])(
    'after reviews on %j and a change on %s it is %s',
    (reviews, change, due) => {
      expect(
        reviewDueOn({ reviews, lastMajorChange: change, asOf: '2026-11-25' }),
      ).toBe(due);
    },
  );
});
