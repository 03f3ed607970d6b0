import fc from 'fast-check';
import type { Instant } from '../time/Instant';
import { canonicalJson } from './canonicalJson';
import { computeDigest } from './Digest';
import { parseStatement, type Statement, statementDigest } from './Statement';
import { subjectKey } from './Subject';

const statement: Statement<'ownership-observed'> = {
  type: 'ownership-observed',
  subjects: [{ kind: 'entity', uri: 'component:default/ledger' }],
  predicate: { entityRef: 'component:default/ledger' },
  observedAt: '2026-03-31T12:00:00.000Z' as Instant,
  sourceId: 'catalog',
};

describe('statementDigest', () => {
  it('does not depend on the order of fields', () => {
    const { type, ...rest } = statement;
    expect(statementDigest({ ...rest, type })).toBe(statementDigest(statement));
  });

  it('changes with every field', () => {
    const digests = [
      statement,
      { ...statement, sourceId: 'other' },
      { ...statement, observedAt: '2026-03-31T12:00:00.001Z' as Instant },
      { ...statement, predicate: { entityRef: 'component:default/x' } },
    ].map(statementDigest);
    expect(new Set(digests).size).toBe(digests.length);
  });

  it('is the digest of the canonical form', () => {
    expect(statementDigest(statement)).toBe(
      computeDigest(canonicalJson(statement)),
    );
  });
});

describe('parseStatement', () => {
  it('names what is missing', () => {
    expect(() => parseStatement({ ...statement, subjects: [] })).toThrow(
      /subjects/,
    );
    expect(() => parseStatement({ ...statement, predicate: {} })).toThrow(
      /entityRef/,
    );
  });
});

describe('computeDigest', () => {
  it('is SHA-256', () => {
    expect(computeDigest('abc')).toBe(
      'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});

describe('subjectKey', () => {
  it('names what is long by its digest, so that every index takes it', () => {
    const uri = (last: string) => `https://x/${'\u65e5'.repeat(5000)}${last}`;
    const toKey = (last: string) =>
      subjectKey({ kind: 'pipeline', uri: uri(last) });
    expect(toKey('a')).toBe(`pipeline|${computeDigest(uri('a'))}`);
    expect(toKey('A/')).toBe(toKey('a'));
    expect(toKey('b')).not.toBe(toKey('a'));
    const longest = 'x'.repeat(500);
    expect(subjectKey({ kind: 'tag', uri: longest })).toBe(`tag|${longest}`);
  });

  it('ignores case and trailing slashes of addresses', () => {
    fc.assert(
      fc.property(fc.webUrl(), uri => {
        const key = subjectKey({ kind: 'repository', uri });
        expect(subjectKey({ kind: 'repository', uri: `${uri}/` })).toBe(key);
        expect(subjectKey({ kind: 'repository', uri: uri.toUpperCase() })).toBe(
          key,
        );
      }),
    );
  });

  it('needs a name', () => {
    expect(() => subjectKey({ kind: 'change' })).toThrow('needs a digest');
  });
});
