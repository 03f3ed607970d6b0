import { linkAsset } from './linkAsset';
import type { OperationsScope } from './OperationsScope';

const scope: OperationsScope = {
  services: [
    { name: 'ledger-*', entity: 'component:core/ledger', environment: 'live' },
    { name: '*', entity: 'component:default/other' },
  ],
  productionEnvironments: ['live'],
  nonProductionEnvironments: ['blue'],
};
const noRules = { ...scope, services: [] };
const entity = (uri: string) => ({ kind: 'entity', uri });
const repository = (uri: string) => ({ kind: 'repository', uri });

describe('an alert or incident is linked', () => {
  it.each([
    ['ledger', 'component:default/ledger'],
    ['Resource:Core/Mainframe', 'resource:core/mainframe'],
  ])('to the entity %s', (text, uri) => {
    expect(linkAsset({ entity: text }, scope)).toEqual({
      subjects: [entity(uri)],
    });
  });

  it.each([
    'https://git.meridian.example/core/ledger.git',
    'git@git.meridian.example:core/ledger.git',
  ])('to the repository %s', address => {
    expect(linkAsset({ repository: address }, noRules)).toEqual({
      subjects: [repository('https://git.meridian.example/core/ledger')],
    });
  });

  it('by the first rule that matches its service, with the environment', () => {
    expect(linkAsset({ services: [undefined, 'ledger-api'] }, scope)).toEqual({
      subjects: [entity('component:core/ledger')],
      environment: { name: 'live', production: true },
    });
  });

  it('by what it names itself rather than by a rule', () => {
    const names = {
      entity: 'cards',
      services: ['ledger-api'],
      environment: 'blue',
    };
    expect(linkAsset(names, scope)).toEqual({
      subjects: [entity('component:default/cards')],
      environment: { name: 'blue', production: false, classified: true },
    });
  });

  it('not, if nothing names its asset', () => {
    expect(linkAsset({ services: ['fax'] }, noRules)).toEqual({
      subjects: [],
      problem:
        'names neither an entity nor a repository, and no rule names its service',
    });
  });
});

describe('a name that can not be read', () => {
  it.each(['a b', 'a:b:c', `x${'y'.repeat(300)}`, 'a\u0000b', '\ud800'])(
    'is no entity, and no rule takes its place: %j',
    text => {
      const services = ['ledger-api'];
      expect(linkAsset({ entity: text, services }, scope)).toMatchObject({
        subjects: [],
        problem:
          'names no catalog entity: write it as component:default/ledger',
      });
    },
  );

  it('is no repository, and the entity still counts', () => {
    const names = { entity: 'ledger', repository: '/srv/git/ledger' };
    expect(linkAsset(names, scope)).toEqual({
      subjects: [entity('component:default/ledger')],
      problem: 'names no repository: write its web address',
    });
  });
});
