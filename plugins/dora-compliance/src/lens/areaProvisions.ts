import type {
  Area,
  Provision,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** An area: how the architecture numbers it, and the law behind it. */
type AreaBasis = {
  numbered: readonly string[];
  provisions: readonly Pick<Provision, 'act' | 'ref'>[];
};

const dora = cite('DORA');
const rts = cite('RTS-2024/1774');

/** The provisions behind each area, the most important first; not all of them. */
export const areaProvisions: Readonly<Record<Area, AreaBasis>> = {
  'risk-identification': {
    numbered: ['21(1)'],
    provisions: [
      ...dora('8(1)', '8(2)', '8(4)', '25(1)', '28(3)'),
      ...rts('10(2)(b)', '16(3)'),
    ],
  },
  'access-and-segregation': {
    numbered: ['21(2)(a)', '21(2)(b)'],
    provisions: [
      ...dora('9(4)(c)', '9(4)(d)', '6(4)'),
      ...rts('17(1)(b)', '20(1)', '21(a)', '21(b)'),
    ],
  },
  'change-and-integrity': {
    numbered: ['21(2)(d)'],
    provisions: [
      ...dora('9(4)(e)', '8(3)'),
      ...rts('16(1)(c)', '16(2)', '16(7)', '17(1)'),
    ],
  },
  'logging-and-monitoring': {
    numbered: ['21(2)(c)'],
    provisions: [
      ...dora('10(1)', '10(2)', '10(3)', '17(2)'),
      ...rts('12(1)', '22', '23(2)'),
    ],
  },
  resilience: {
    numbered: ['21(2)(e)'],
    provisions: [
      ...dora('11(6)', '12(1)', '13(2)', '24(1)'),
      ...rts('8(2)(b)(i)', '17(1)(e)', '26(2)'),
    ],
  },
};

function cite(act: Provision['act']) {
  return (...refs: string[]) => refs.map(ref => ({ act, ref }));
}
