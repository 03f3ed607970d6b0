import { listChanges } from './listChanges';

const change = (
  number: string,
  url = `https://github.com/bank/a/pull/${number}`,
) => ({
  predicate: { change: { number, title: `Change ${number}`, url } },
});
const any = { params: {} };

describe('the changes that led to a finding', () => {
  it('are those of the evidence, each once', () => {
    expect(listChanges([change('7'), change('7'), change('8')], any)).toEqual([
      {
        uri: 'https://github.com/bank/a/pull/7',
        number: '7',
        title: 'Change 7',
      },
      {
        uri: 'https://github.com/bank/a/pull/8',
        number: '8',
        title: 'Change 8',
      },
    ]);
  });

  it('are the one that the reason names', () => {
    const why = { params: { change: '8' } };
    expect(
      listChanges([change('7'), change('8')], why).map(one => one.number),
    ).toEqual(['8']);
  });

  it('are three at most', () => {
    const many = ['1', '2', '3', '4'].map(number => change(number));
    expect(listChanges(many, any)).toHaveLength(3);
  });

  it.each([
    ['no change', {}],
    ['a change that is text', { change: '7' }],
    ['no address', { change: { number: '7', title: 'x' } }],
    // eslint-disable-next-line no-script-url -- an address that is refused
    ['an unsafe address', change('7', 'javascript:alert(1)').predicate],
  ])('leave out evidence with %s', (_, predicate) => {
    expect(listChanges([{ predicate }], any)).toEqual([]);
  });
});
