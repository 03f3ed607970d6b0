import fc from 'fast-check';
import { inEnglish } from '../../read/inEnglish';
import { findAmbiguity } from './ambiguity';
import { isDeeperThan } from './isDeeperThan';
import { jsonFault } from './jsonFault';
import { readString, scanJson } from './JsonScanner';

const bytes = (text: string) => new TextEncoder().encode(text);

/** Strings of a value with the pointers they stand at. */
function stringsIn(value: unknown, pointer = ''): [string, string][] {
  if (typeof value === 'string') {
    return [[pointer, value]];
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, held]) =>
    stringsIn(
      held,
      `${pointer}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`,
    ),
  );
}

describe('scanJson', () => {
  it('finds every string that is a value, where it stands', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(4), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        const found: [string, string][] = [];
        scanJson(text, {
          string: ({ start, end, pointer }) =>
            found.push([pointer(), readString(text, start, end)]),
        });
        // Parsing puts names that are numbers first; the text doesn't.
        expect(found.sort()).toEqual(stringsIn(JSON.parse(text)).sort());
      }),
    );
  });

  it('tells every name once per object and none twice', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const text = JSON.stringify(value);
        scanJson(text, { name: (_, known) => expect(known).toBe(false) });
      }),
    );
  });
});

describe('findAmbiguity', () => {
  const find = (text: string) =>
    findAmbiguity({ text, payload: JSON.parse(text) });

  it.each([
    [
      '{"a":1,"b":{"c":[{"d":1,"d":2}]}}',
      '"d" twice in one object, at /b/c/0/d',
    ],
    ['{"a":1,"\\u0061":2}', '"a" twice in one object, at /a'],
    ['{"a":1, "a" :1}', '"a" twice in one object'],
    ['[{"__proto__":{"x":1}}]', 'forbidden name "__proto__" at /0/__proto__'],
    ['{"\\u005f_proto__":1}', 'forbidden name "__proto__"'],
  ])('finds it in %s', (text, said) => {
    expect(inEnglish.text(find(text)!)).toContain(said);
  });

  it.each([
    '{"a":{"x":1},"b":{"x":1}}',
    '{"a":"a","b":"a"}',
    '{"a":"{\\"b\\":1,\\"b\\":2}"}',
    '{"a/b":1,"a":{"b":1}}',
    '["a","a"]',
    '{"constructor":1}',
    '"a"',
  ])('finds none in %s', text => {
    expect(find(text)).toBeUndefined();
  });

  it('finds it where a text was made ambiguous, and nowhere else', () => {
    type Made = { text: string; isAmbiguous: boolean };
    const space = fc.constantFrom('', ' ', '\n\t', '\r ');
    const character = fc.constantFrom(
      ...['a', ':', '"', '\\', '/', '{', ']', ',', ' ', 'é', '\0', '\ud800'],
    );
    const name = fc.oneof(
      fc.constantFrom('', 'a', ':', '": ', '__proto__', 'constructor', '1'),
      fc.array(character, { maxLength: 3 }).map(parts => parts.join('')),
    );
    // Each character may be written in two ways.
    const written = fc
      .tuple(name, fc.infiniteStream(fc.boolean()))
      .map(([value, escapes]) => ({
        value,
        text: `"${[...value]
          .map(one =>
            escapes.next().value
              ? `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`
              : JSON.stringify(one).slice(1, -1),
          )
          .join('')}"`,
      }));
    const { json } = fc.letrec<{ json: Made }>(tie => {
      const listed = (open: string, parts: Made[], close: string): Made => ({
        text: `${open}${parts.map(({ text }) => text).join(',')}${close}`,
        isAmbiguous: parts.some(({ isAmbiguous }) => isAmbiguous),
      });
      return {
        json: fc.oneof(
          { maxDepth: 4 },
          fc
            .constantFrom('1', 'null', '-1e5', '{}', '[]')
            .map(text => ({ text, isAmbiguous: false })),
          written.map(({ text }) => ({ text, isAmbiguous: false })),
          fc
            .array(tie('json'), { maxLength: 3 })
            .map(items => listed('[ ', items, ']')),
          fc
            .array(fc.tuple(written, space, space, tie('json')), {
              maxLength: 4,
            })
            .map(members => {
              const names = members.map(([told]) => told.value);
              const made = listed(
                '{',
                members.map(([told, before, after, { text, isAmbiguous }]) => ({
                  text: `${after}${told.text}${before}:${after}${text}${before}`,
                  isAmbiguous,
                })),
                '}',
              );
              const isTwice = new Set(names).size < names.length;
              return {
                ...made,
                isAmbiguous:
                  made.isAmbiguous || isTwice || names.includes('__proto__'),
              };
            }),
        ),
      };
    });
    fc.assert(
      fc.property(json, ({ text, isAmbiguous }) => {
        expect(find(text) !== undefined).toBe(isAmbiguous);
      }),
      { numRuns: 500 },
    );
  });

  it('misses nothing that a thorough look finds', () => {
    const { json } = fc.letrec<{ json: string }>(tie => ({
      json: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('1', '""', '"\\":"', '"a\\" : "', '"b:"'),
        fc.array(tie('json')).map(items => `[${items.join(',')}]`),
        fc
          .array(
            fc.tuple(
              fc.constantFrom('a', 'b', '\\u0061', '\\"', ':', '__proto__'),
              fc.constantFrom('', ' ', '\n\t'),
              tie('json'),
            ),
            { maxLength: 4 },
          )
          .map(
            members =>
              `{${members
                .map(([name, space, value]) => `"${name}"${space}:${value}`)
                .join(',')}}`,
          ),
      ),
    }));
    fc.assert(
      fc.property(json, text => {
        expect(find(text)).toEqual(findAmbiguity({ text, payload: undefined }));
      }),
    );
  });
});

describe('jsonFault', () => {
  it.each([
    ['nothing', bytes('')],
    ['no UTF-8', Uint8Array.of(0x22, 0xff, 0x22)],
    ['a text that breaks off', bytes('{"a":')],
    ['two values', bytes('{}{}')],
    ['a comment', bytes('{} // x')],
  ])('refuses %s', (_, body) => {
    expect(jsonFault(body)).toBe('body-not-json');
  });

  it('takes a byte order mark, brackets in strings and 100 levels', () => {
    expect(jsonFault(bytes('\ufeff{}'))).toBeUndefined();
    expect(jsonFault(bytes(`["${'['.repeat(300)}\\""]`))).toBeUndefined();
    const deep = '['.repeat(100) + ']'.repeat(100);
    expect(jsonFault(bytes(deep))).toBeUndefined();
  });

  it.each([101, 200_000])('refuses %d levels', levels => {
    const deep = `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
    expect(jsonFault(bytes(deep))).toBe('body-too-deep');
  });

  it('counts depth as parsing does', () => {
    const measureDepth = (value: unknown): number =>
      typeof value === 'object' && value !== null
        ? 1 + Math.max(0, ...Object.values(value).map(measureDepth))
        : 0;
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(6), (value, limit) => {
        const text = JSON.stringify(value);
        const depth = measureDepth(JSON.parse(text));
        expect(isDeeperThan(text, limit)).toBe(depth > limit);
      }),
    );
  });
});
