import { identityLabel, keysOfIdentity } from '../evidence/Identity';
import { identitiesIn } from './identitiesIn';

const alice = { system: 'github.com', login: 'alice', kind: 'human' as const };

describe('identitiesIn', () => {
  it('finds everybody, wherever they are named', () => {
    const erik = { ...alice, login: 'erik' };
    const content = {
      change: { number: '1', title: 'x' },
      pushedBy: alice,
      commits: [{ author: erik, coAuthors: [alice] }, null, 3],
    };
    const found = identitiesIn(content).map(({ login }) => login);
    expect(found).toEqual(['alice', 'erik', 'alice']);
  });

  it('takes nothing else for a person', () => {
    expect(identitiesIn({ system: 'x', kind: 'repository' })).toEqual([]);
    expect(identitiesIn(undefined)).toEqual([]);
  });
});

describe('keysOfIdentity', () => {
  it.each([
    [{ login: 'Alice', id: '7' }, ['github.com#7', 'github.com/alice']],
    [{ email: 'A@b.example' }, ['mailto:a@b.example']],
    [
      { login: 'a@b.example', email: 'A@b.example' },
      ['github.com/a@b.example', 'mailto:a@b.example'],
    ],
    [{ name: 'Alice' }, []],
    [{ email: '[REDACTED]' }, []],
    [{ login: '[redacted: personal-data]' }, []],
    [
      {
        login: '[redacted: personal-data]',
        email: '[redacted: personal-data]',
      },
      [],
    ],
    [{ login: '[redacted: personal-data]', id: '7' }, ['github.com#7']],
    [{ id: '[redacted: personal-data]' }, []],
  ])('are the surest first: %j', (more, keys) => {
    const identity = { system: 'GitHub.com', kind: 'human' as const, ...more };
    expect(keysOfIdentity(identity)).toEqual(keys);
  });

  it('somebody is named by what is known', () => {
    const { login: _, ...nobody } = alice;
    expect(identityLabel({ ...nobody, id: '7' })).toBe('#7');
    expect(identityLabel(nobody)).toBe('');
  });
});
