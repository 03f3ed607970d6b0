import type { Identity } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { isSamePerson, Persons } from './Persons';

const persons = new Persons([], []);
const nobody: Identity = {
  system: 'github.com',
  name: 'alice',
  kind: 'unknown',
};
const alice: Identity = { ...nobody, login: 'alice' };

describe('isSamePerson', () => {
  it('can not tell who somebody anonymous is, not even the same one', () => {
    const [a, b] = [persons.of(nobody), persons.of(alice)];
    expect(isSamePerson(a, b)).toBeNull();
    expect(isSamePerson(b, a)).toBeNull();
    expect(isSamePerson(a, a)).toBeNull();
  });

  it('is the same whichever is asked about first', () => {
    const identities: Identity[] = [
      alice,
      { ...alice, id: '7' },
      { ...alice, id: '8' },
      { ...nobody, id: '7' },
      { ...nobody, system: 'gitlab.com', login: 'alice' },
    ];
    const all = identities.map(identity => persons.of(identity));
    for (const a of all) {
      expect(isSamePerson(a, a)).toBe(true);
      for (const b of all) {
        expect(isSamePerson(a, b)).toBe(isSamePerson(b, a));
      }
    }
  });
});
