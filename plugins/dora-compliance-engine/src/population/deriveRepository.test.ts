import type {
  Evidence,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { deriveRepository } from './deriveRepository';

const derive = (predicate: object) =>
  deriveRepository({ predicate } as Pick<Evidence, 'predicate'>);

describe('machines of a repository', () => {
  const runner = { id: '1', name: 'a', labels: [] };

  it('can not be reached from forks if there are none', () => {
    const without = { complete: true, reachableFromForks: true, runners: [] };
    expect(derive(without)).toEqual({ reachableFromForks: false });
    expect(derive({ ...without, runners: [runner] })).toEqual({});
  });
});

describe('definitions of pipelines', () => {
  type Owners = Predicate<'code-owners-observed'>;
  const owned = { path: 'ci.yml', owners: ['@bank/platform'] };
  const nobodys = { path: 'release.yml', owners: [] };
  const file = { complete: true, path: 'CODEOWNERS', ownsItself: true };

  it.each<[string, Owners, boolean | undefined]>([
    ['are owned with the file', { ...file, definitions: [owned] }, true],
    [
      'are not owned if one is not',
      { ...file, definitions: [owned, nobodys] },
      false,
    ],
    [
      'are not owned if anybody can change the file',
      { ...file, ownsItself: false, definitions: [owned] },
      false,
    ],
    [
      'are not owned without a file',
      { complete: true, definitions: [owned] },
      false,
    ],
    [
      'are not known to be owned if the file was not read',
      { complete: false, problem: 'Refused', definitions: [owned] },
      undefined,
    ],
    [
      'are not known to be owned if nobody tells who owns the file',
      { complete: true, path: 'CODEOWNERS', definitions: [owned] },
      undefined,
    ],
    ['need no owner if there are none', { ...file, definitions: [] }, true],
  ])('%s', (_, predicate, definitionsOwned) => {
    expect(derive(predicate)).toEqual(
      definitionsOwned === undefined ? {} : { definitionsOwned },
    );
  });
});

it('tokens of people are counted, unless it is not known whose they are', () => {
  const token = { kind: 'access-token', id: '1' };
  const count = (...credentials: object[]) =>
    derive({ complete: true, credentials });
  const [persons, machines] = [true, false].map(personal => ({
    ...token,
    personal,
  }));
  expect(count({ kind: 'deploy-key', id: '2' }, machines!)).toEqual({
    personalTokens: 0,
  });
  expect(count(token, persons!)).toEqual({ personalTokens: 1 });
  expect(count(token, machines!)).toEqual({});
});

it('nothing follows from other settings', () => {
  expect(derive({ complete: true, days: 90 })).toEqual({});
});
