import { read, supplemented, withCustomData } from '../__testUtils__/readEvent';

describe('a supplement', () => {
  it.each([
    ['commit', '234fd47'],
    ['repository', 'data:text/html,x'],
    ['repository', 'https://ann:secret@git.bank.example/core/ledger'],
    ['entity', 'ledger'],
    ['deployer', { login: '' }],
    ['deployer', 'ann'],
    ['artifactDigest', 'sha256:12'],
    ['environment', 7],
    ['actor', { system: 'git.bank.example' }],
    ['repository', `https://git.bank.example/${'x'.repeat(1000)}`],
    ['entity', `component:default/${'x'.repeat(255)}`],
  ])('with a bad %s is a flaw and no more', (field, value) => {
    const { statements, flaws } = supplemented('service.deployed', {
      [field]: value,
    });
    expect(statements).toEqual([read('service.deployed')]);
    expect(flaws).toEqual([
      expect.stringMatching(new RegExp(`^customData\\.dora\\.${field}`)),
    ]);
  });

  it('must be an object', () => {
    expect(supplemented('service.deployed', 'x').flaws).toEqual([
      'customData.dora must be an object',
    ]);
  });

  it.each([
    ['a list', [], ['customData must be an object']],
    ['a number', 7, ['customData must be an object']],
    ['a list of ours', { dora: [] }, ['customData.dora must be an object']],
    ['a null of ours', { dora: { entity: null } }, []],
    ['a text', 'ZG9yYQ==', []],
    ['JSON of nothing', '7', []],
  ])('does not stand in %s', (_, customData, problems) => {
    const { statements, flaws } = withCustomData(
      'service.deployed',
      customData,
    );
    expect(statements).toEqual([read('service.deployed')]);
    expect(flaws).toEqual(problems);
  });

  it('may come as a text of JSON', () => {
    const dora = { entity: 'component:default/ledger' };
    const { statements } = withCustomData(
      'service.deployed',
      JSON.stringify({ dora }),
    );
    expect(statements).toEqual(
      supplemented('service.deployed', dora).statements,
    );
  });

  it('does not stand in custom data of other types', () => {
    const reading = withCustomData('service.deployed', 'ZG9yYQ==');
    expect(reading).toMatchObject({ statements: [{}], flaws: [] });
  });
});
