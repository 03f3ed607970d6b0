import { expandProvisionRef } from './expandProvisionRef';
import { isTemplateRef, Provision } from './Provision';

const parse = (act: string, ref: string) =>
  Provision.safeParse({ act, ref, relation: 'requires' });

describe('Provision', () => {
  it.each([
    ['DORA', '7'],
    ['DORA', '30(2)-(3)'],
    ['DORA', '24(1),(5),(6)'],
    ['RTS-2024/1774', '17(1)(d)(i)-(iii)'],
    ['RTS-2024/1774', '12(2)(c)(i),(iii),(iv)'],
    ['RTS-2024/1774', '23(2)(b) subparagraph'],
    ['RTS-2024/1772', '9'],
    ['RTS-2024/1773', '10'],
    ['RTS-2025/301', '5'],
    ['RTS-2025/532', 'whole'],
    ['ITS-2024/2956', 'B_05.01'],
    ['ITS-2024/2956', 'B_06.01.0060'],
  ])('accepts %s %s', (act, ref) => {
    expect(parse(act, ref).success).toBe(true);
  });

  it.each([
    ['DORA', 'Article 9'],
    ['DORA', '9(4'],
    ['DORA', '30(2)-3'],
    ['DORA', ''],
    ['ITS-2024/2956', 'b_05.01'],
    ['RTS-2024/9999', '1'],
  ])('refuses %s %s', (act, ref) => {
    expect(parse(act, ref).success).toBe(false);
  });

  it('tells a template from an article', () => {
    expect(['B_05.01', '5(1)', 'whole'].map(isTemplateRef)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('expandProvisionRef', () => {
  it.each([
    ['17(1)(b)', ['17(1)(b)']],
    ['B_05.01', ['B_05.01']],
    ['30(2)-(3)', ['30(2)', '30(3)']],
    ['10(2)(f)-(h)', ['10(2)(f)', '10(2)(g)', '10(2)(h)']],
    ['3(b)-(c)', ['3(b)', '3(c)']],
    ['8(2)(b)(v)-(vii)', ['8(2)(b)(v)', '8(2)(b)(vi)', '8(2)(b)(vii)']],
    [
      '12(2)(c)(i),(iii),(iv)',
      ['12(2)(c)(i)', '12(2)(c)(iii)', '12(2)(c)(iv)'],
    ],
    ['24(1),(5)', ['24(1)', '24(5)']],
    ['8(3)-(1)', ['8(3)-(1)']],
    ['8(a)-(3)', ['8(a)-(3)']],
  ])('%s', (ref, single) => {
    expect(expandProvisionRef(ref)).toEqual(single);
  });
});
